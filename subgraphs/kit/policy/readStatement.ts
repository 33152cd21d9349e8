import { Kind } from 'graphql'
import type { ConstDirectiveNode, ConstValueNode } from 'graphql'
import type { CachePolicy } from './CachePolicy.ts'

/** What one `@cacheControl` says; it may leave anything open. */
export type PolicyStatement = Partial<CachePolicy>

/** An element of a schema with the SDL that it was made of. */
export interface Described {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined
  readonly extensionASTNodes?: readonly { readonly directives?: readonly ConstDirectiveNode[] }[]
}

/** Reads the `@cacheControl` of a type or field, as `schema/cacheControl.graphql` declares it; without one, says nothing. */
export function readStatement({ astNode, extensionASTNodes = [] }: Described): PolicyStatement {
  const directive = [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .find(({ name }) => name.value === 'cacheControl')
  const given = new Map((directive?.arguments ?? []).map(({ name, value }) => [name.value, value]))
  return {
    ...secondsOf('maxAge', given.get('maxAge')),
    ...secondsOf('staleIfError', given.get('staleIfError')),
    ...(isTrue(given.get('liveRequired')) ? { liveRequired: true } : {}),
    ...(isTrue(given.get('daily')) ? { daily: true } : {}),
  }
}

function secondsOf(name: 'maxAge' | 'staleIfError', value: ConstValueNode | undefined): PolicyStatement {
  return value?.kind === Kind.INT ? { [name]: Math.max(0, Number(value.value)) } : {}
}

function isTrue(value: ConstValueNode | undefined): boolean {
  return value?.kind === Kind.BOOLEAN && value.value
}
