import { Kind } from 'graphql'
import type { ConstDirectiveNode, DocumentNode } from 'graphql'
import { longestLife } from '../../platform/longestLife.ts'

/** Seconds. */
const mostSeconds = longestLife / 1000

/**
 * What is said in one subgraph of how long answers may be kept, and has no effect, or another than it says. The gateway would keep
 * less than it may, and nobody would know why.
 */
export function findIdlePolicies(subgraph: string, { definitions }: DocumentNode): readonly string[] {
  const stated = new Set<string>()
  return definitions.flatMap((type) => {
    const isInterface = type.kind === Kind.INTERFACE_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_EXTENSION
    if (!isInterface && type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) return []
    return [type, ...(type.fields ?? [])].flatMap((element) => {
      const coordinate = element === type ? type.name.value : `${type.name.value}.${element.name.value}`
      const policies = (element.directives ?? []).filter(({ name }) => name.value === 'cacheControl')
      const problems = policies.flatMap((policy) => {
        if (isInterface) return ['has no effect: an answer is kept as the types say that implement the interface.']
        if (stated.has(coordinate)) return ['is not its first, and has no effect.']
        stated.add(coordinate)
        return problemsOf(policy)
      })
      return problems.map((problem) => `${subgraph}: @cacheControl of ${coordinate} ${problem}`)
    })
  })
}

function problemsOf({ arguments: all = [] }: ConstDirectiveNode): readonly string[] {
  // A false says no more than nothing does.
  const given = all.filter(({ value }) => value.kind !== Kind.BOOLEAN || value.value)
  if (given.length === 0) return ['says nothing: give it maxAge, staleIfError, liveRequired or daily.']
  const numbers = new Map(
    given.flatMap(({ name, value }) => (value.kind === Kind.INT ? [[name.value, Number(value.value)] as const] : [])),
  )
  const isLive = given.some(({ name }) => name.value === 'liveRequired')
  const { maxAge = 0, staleIfError = 0 } = Object.fromEntries(numbers)
  const isStale = staleIfError > 0
  const excessive = [...numbers].filter(([, seconds]) => seconds < 0 || seconds > mostSeconds)
  return [
    ...excessive.map(([name]) => `has a ${name} that is not from 0 to ${mostSeconds} seconds, ${longest}.`),
    ...(excessive.length === 0 && maxAge + staleIfError > mostSeconds
      ? [`has more than ${mostSeconds} seconds in maxAge and staleIfError together, ${longest}.`]
      : []),
    ...(isLive && isStale ? ['has a staleIfError beside liveRequired, which says never to show it stale.'] : []),
    ...(numbers.get('maxAge') === 0 && isStale
      ? ['has a staleIfError beside maxAge: 0, of which nothing is kept.']
      : []),
  ]
}

const longest = 'the longest that anything is kept'
