import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const supergraph = composeSupergraph([
  { name: 'words', url: 'http://127.0.0.1:9/graphql', sdl: 'type Query { word: String }' },
])

let gateway: TestGateway

beforeAll(async () => {
  gateway = await startGateway(supergraph)
})

afterAll(() => gateway.stop())

describe('GraphQL over HTTP, by the audit of graphql-http', () => {
  const audits = serverAudits({ url: () => gateway.url })

  it('has audits for every level', () => {
    expect(audits.map(({ name }) => name.split(' ')[0])).toEqual(expect.arrayContaining(['MUST', 'SHOULD', 'MAY']))
  })

  it.each(audits.map((audit) => [`${audit.name} (${audit.id})`, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result).toMatchObject({ status: 'ok' })
  })
})
