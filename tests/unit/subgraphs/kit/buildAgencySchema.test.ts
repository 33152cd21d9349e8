import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { graphql } from 'graphql'
import { buildAgencySchema } from '../../../../subgraphs/kit/buildAgencySchema.ts'

const folder = mkdtempSync(join(tmpdir(), 'agency-'))
writeFileSync(
  join(folder, 'schema.graphql'),
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Applicant @key(fields: "nik") { nik: NIK! bornOn: Date seenAt: DateTime country: CountryCode home: RegionCode }`,
)
afterAll(() => rmSync(folder, { recursive: true }))

const schema = buildAgencySchema({
  folder,
  resolvers: {
    Applicant: {
      __resolveReference: ({ nik }: { nik: string }) => ({ nik, bornOn: '1999-05-12', home: '53.18' }),
      country: () => 'nowhere',
    },
  },
})

const nik = '5318075205999001'

async function ask(niks: readonly string[], fields: string) {
  return graphql({
    schema,
    source: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant { ${fields} } } }`,
    variableValues: { representations: niks.map((key) => ({ __typename: 'Applicant', nik: key })) },
  })
}

describe('the schema of an agency', () => {
  test('is a subgraph that answers entities with the shared scalars', async () => {
    expect(await ask([nik], 'nik bornOn seenAt home')).toEqual({
      data: { _entities: [{ nik, bornOn: '1999-05-12', seenAt: null, home: '53.18' }] },
    })
    const { data } = await graphql({ schema, source: '{ _service { sdl } }' })
    expect(JSON.stringify(data)).toContain('scalar NIK')
  })

  test('refuses a malformed key and answers the others', async () => {
    const { data, errors } = await ask(['5318', nik], 'nik')
    expect(data).toEqual({ _entities: [null, { nik }] })
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'NIK_MALFORMED' } }])
  })

  test('refuses to answer what is not of the scalar', async () => {
    const { errors } = await ask([nik], 'country')
    expect(errors).toMatchObject([
      { path: ['_entities', 0, 'country'], message: expect.stringContaining('no CountryCode') },
    ])
  })
})
