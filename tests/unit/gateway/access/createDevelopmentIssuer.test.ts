import { describe, expect, it } from '@jest/globals'
import { decodeJwt } from 'jose'
import { createAuthenticator } from '../../../../gateway/access/createAuthenticator.ts'
import type { Authenticator } from '../../../../gateway/access/createAuthenticator.ts'
import { createDevelopmentIssuer } from '../../../../gateway/access/createDevelopmentIssuer.ts'
import type { DevelopmentIssuer } from '../../../../gateway/access/createDevelopmentIssuer.ts'
import { developmentUsers } from '../../../../gateway/access/developmentUsers.ts'
import type { DevelopmentUser } from '../../../../gateway/access/developmentUsers.ts'
import { principalKinds } from '../../../../schema/access/principalKinds.ts'
import { recordLines } from '../../../support/recordLines.ts'

const trust = { issuer: 'https://issuer.example/development', audience: 'satu-atap', type: 'at+jwt' }
const start = Date.parse('2030-06-01T08:00:00Z')
const refusal = { extensions: { code: 'UNAUTHENTICATED' } }
const users = Object.keys(developmentUsers) as DevelopmentUser[]

const open = (): Promise<DevelopmentIssuer> => createDevelopmentIssuer({ ...trust, clock: () => start })

function trusting({ keys }: DevelopmentIssuer, now = start): Authenticator {
  const { logger } = recordLines()
  return createAuthenticator({ ...trust, algorithms: ['ES256'], keys, clock: () => now, now: () => now, logger })
}

describe('the issuer of development', () => {
  it('has one user of each kind', () => {
    expect(users.map((user) => developmentUsers[user].kind).toSorted()).toEqual(Object.keys(principalKinds).toSorted())
  })

  it.each(users)('makes a token for %s, with all that its kind may see', async (user) => {
    const issuer = await open()
    const { kind } = developmentUsers[user]
    const principal = await trusting(issuer)(`Bearer ${await issuer.issue(developmentUsers[user])}`)
    expect(principal).toMatchObject({ kind, scopes: principalKinds[kind].scopes })
  })

  it('makes tokens for a day', async () => {
    const issuer = await open()
    const token = await issuer.issue(developmentUsers.worker)
    expect(decodeJwt(token)).toMatchObject({ iat: start / 1000, exp: start / 1000 + 86_400 })
    await expect(trusting(issuer, start + 86_399_000)(`Bearer ${token}`)).resolves.toBeDefined()
    await expect(trusting(issuer, start + 86_406_000)(`Bearer ${token}`)).rejects.toMatchObject(refusal)
  })

  it('has a key of its own in each process', async () => {
    const [one, other] = await Promise.all([open(), open()])
    await expect(trusting(other)(`Bearer ${await one.issue(developmentUsers.bp2mi)}`)).rejects.toMatchObject(refusal)
  })
})
