import type { Rights } from '../../schema/access/Rights.ts'

/** The rights that scopes give for a purpose. */
export function rightsFor(scopes: readonly string[], purpose: string): Rights {
  return { scopes: new Set(scopes), purpose, key: [purpose, ...scopes].join(' ') }
}
