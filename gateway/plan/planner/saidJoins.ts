import type { ConstDirectiveNode, FieldDefinitionNode } from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { writeDirective } from './writeDirective.ts'

/** The directives of a field, in which what is not said stands: without any, it is of all agencies that have the type. */
export function saidJoins(type: FieldOwner, { directives = [] }: FieldDefinitionNode): readonly ConstDirectiveNode[] {
  if (directives.some(({ name }) => name.value === 'join__field')) return directives
  const graphs = new Set(
    (type.directives ?? [])
      .filter(({ name }) => name.value === 'join__type')
      .map((directive) => String(readArguments(directive)['graph'])),
  )
  return [...directives, ...Array.from(graphs, (graph) => writeDirective('join__field', `graph: ${graph}`))]
}
