import type { AgencyCall, LookupText } from '../agency/AgencyCall.ts'
import type { Joining } from './Joining.ts'

/** Joins lookups by one root field: each call's has an alias and variables of its own in one text. */
export function joinLookups(first: AgencyCall, lookup: LookupText, calls: readonly AgencyCall[]): Joining {
  const keys = calls.flatMap(({ variables }, index) =>
    lookup.key.map((name) => [lookup.variableOf(name, index), variables[name]] as const),
  )
  const others = Object.entries(first.variables).filter(([name]) => !lookup.key.includes(name))
  const positions = new Map(calls.map((_call, index) => [lookup.aliasOf(index), index]))
  return {
    query: lookup.textFor(calls.length),
    variables: Object.fromEntries([...others, ...keys]),
    isWhole: (data) => [...positions.keys()].every((alias) => Object.hasOwn(data, alias)),
    dataOf: (data, index) => ({ [lookup.at]: data[lookup.aliasOf(index)] }),
    ownerOf(error) {
      const [alias, ...rest] = error.path ?? []
      const index = typeof alias === 'string' ? positions.get(alias) : undefined
      return index === undefined ? undefined : { index, error: { ...error, path: [lookup.at, ...rest] } }
    },
  }
}
