import { visit } from 'graphql'
import type { ValueNode } from 'graphql'

/** A value with the fields of its objects in one order: they mean the same in any. */
export function inOrder(value: ValueNode): ValueNode {
  return visit(value, {
    ObjectValue: {
      leave: (node) => ({
        ...node,
        fields: node.fields.toSorted(({ name: one }, { name: other }) => (one.value < other.value ? -1 : 1)),
      }),
    },
  })
}
