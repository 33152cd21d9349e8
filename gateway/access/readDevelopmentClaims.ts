import { developmentUsers } from './developmentUsers.ts'
import type { DevelopmentUser } from './developmentUsers.ts'
import { readPrincipal } from './readPrincipal.ts'

/** What a development token says of who has it. */
export type DevelopmentClaims = Readonly<Record<string, string | readonly string[]>>

/**
 * The claims of the development user that `as` names, where any other of them may be given instead: `as=worker&nik=…` is another
 * worker. Undefined where there is no such user, or none with such claims.
 */
export function readDevelopmentClaims(search: URLSearchParams): DevelopmentClaims | undefined {
  const { as = '', area, ...others } = Object.fromEntries(search)
  if (!isUser(as)) return undefined
  const { kind, ...own } = developmentUsers[as]
  const given = area === undefined ? others : { ...others, area: area.split(',') }
  if (!Object.keys(given).every((claim) => Object.hasOwn(own, claim))) return undefined
  const claims = { ...own, ...given, kind }
  return readPrincipal(claims) === undefined ? undefined : claims
}

function isUser(name: string): name is DevelopmentUser {
  return Object.hasOwn(developmentUsers, name)
}
