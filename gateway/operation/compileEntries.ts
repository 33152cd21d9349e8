import type { FieldNode } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isRecord } from '../../platform/isRecord.ts'
import type { Variables } from '../execute/Variables.ts'
import type { ListSize } from './CostRules.ts'
import { assumedEntries } from './assumedEntries.ts'
import { pageOutOfRange } from './pageOutOfRange.ts'

/** How many entries a list may have, given the values of its field's arguments. */
export type CountEntries = (values: Variables) => number

/**
 * Counts by the slicing arguments that are given, or else have a default; the greatest counts. Throws PAGE_SIZE_OUT_OF_RANGE
 * for one that is beyond `pageSize`, and BAD_USER_INPUT where exactly one is asked for and none or several are given.
 */
export function compileEntries(rule: ListSize | undefined, node: FieldNode, pageSize: number): CountEntries {
  const { slicingArguments = [], assumedSize = assumedEntries, requireOneSlicingArgument = false } = rule ?? {}
  const paths = slicingArguments.map((argument) => argument.split('.'))
  const written = new Set(node.arguments?.map(({ name }) => name.value))
  if (paths.length === 0) return () => assumedSize

  return function countEntries(values) {
    const having = paths.filter((path) => valueAt(values, path) !== undefined)
    const given = having.filter(([name = '']) => written.has(name))
    if (requireOneSlicingArgument && (having.length === 0 || given.length > 1))
      throw fault('BAD_USER_INPUT', { argument: slicingArguments.join(', ') })
    const sizes = (given.length > 0 ? given : having).map((path) => {
      const size = Number(valueAt(values, path))
      if (!(size >= 0 && size <= pageSize)) throw pageOutOfRange(path.join('.'), pageSize)
      return size
    })
    return sizes.length === 0 ? assumedSize : Math.max(...sizes)
  }
}

function valueAt(values: Variables, path: readonly string[]): unknown {
  let value: unknown = values
  for (const name of path) value = isRecord(value) ? value[name] : undefined
  return value ?? undefined
}
