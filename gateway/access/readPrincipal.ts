import { z } from 'zod'
import { principalKinds } from '../../schema/access/principalKinds.ts'
import type { PrincipalKind } from '../../schema/access/principalKinds.ts'
import { isNik } from '../../schema/scalars/isNik.ts'
import type { Principal } from './Principal.ts'

const name = z.string().min(1).max(128)

/** Claims of RFC 9068 (`sub`, `client_id`, `scope`), and ours: what kind of user it is, and where or whose it belongs. */
const claims = z.object({
  sub: name,
  client_id: name,
  scope: z.string().max(1024).default(''),
  kind: z.string().refine((kind): kind is PrincipalKind => Object.hasOwn(principalKinds, kind)),
  office: name.optional(),
  area: z
    .array(z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/))
    .max(64)
    .default([]),
  nik: z.string().refine(isNik).optional(),
})

/** The principal that a token's claims are of, or undefined where they are not what a principal's are. */
export function readPrincipal(payload: unknown): Principal | undefined {
  const { data, success } = claims.safeParse(payload)
  if (!success) return undefined
  const { sub: subject, client_id: client, kind, office, area, nik } = data
  if (kind === 'WORKER' ? nik === undefined : nik !== undefined) return undefined
  if (kind.endsWith('_OFFICER') && office === undefined) return undefined
  const most: readonly string[] = principalKinds[kind].scopes
  const asked = new Set(data.scope.split(' '))
  return Object.freeze({
    kind,
    client,
    subject,
    office,
    area: Object.freeze(area),
    nik,
    scopes: Object.freeze(most.filter((scope) => asked.has(scope))),
  })
}
