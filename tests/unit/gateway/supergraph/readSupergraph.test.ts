import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../../gateway/config.ts'
import { readSupergraph } from '../../../../gateway/supergraph/readSupergraph.ts'

const path = join(import.meta.dirname, '../../../../schema/supergraph.graphql')

describe('the addresses of a supergraph’s agencies', () => {
  it('are its own unless others are given', async () => {
    const { agencyUrl } = readConfig({ POLICE_CLEARANCE_URL: 'http://polri.internal/graphql' })
    const { agencies } = await readSupergraph(path, agencyUrl)
    const urls = new Map(agencies.map(({ name, url }) => [name, url]))
    expect(urls.get('police-clearance')).toBe('http://polri.internal/graphql')
    expect(urls.get('passport')).toBe('http://127.0.0.1:4002/graphql')
  })

  it('are refused by the name of the variable that is wrong, and not by that of the supergraph', async () => {
    const { agencyUrl } = readConfig({ POLICE_CLEARANCE_URL: 'polri.internal' })
    await expect(readSupergraph(path, agencyUrl)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'POLICE_CLEARANCE_URL has a value that is not allowed. Allowed is a URL that begins with http:// or https://.',
    })
  })

  it('are refused where one would be that of two agencies', async () => {
    const { path: own, remove } = await writeSupergraph(['labour-office', 'labour_office'])
    const { agencyUrl } = readConfig({ LABOUR_OFFICE_URL: 'http://labour.internal/graphql' })
    await expect(readSupergraph(own, agencyUrl)).rejects.toThrow(
      'LABOUR_OFFICE_URL stands for labour-office as well as labour_office.',
    )
    const { agencies } = await readSupergraph(own, readConfig({}).agencyUrl)
    expect(agencies.map(({ url }) => url)).toEqual(['http://labour-office/', 'http://labour_office/'])
    await remove()
  })
})

/** The file of a supergraph of such agencies. */
async function writeSupergraph(names: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'satu-atap-supergraph-'))
  const own = join(folder, 'supergraph.graphql')
  const values = names.map((name, at) => `GRAPH_${at} @join__graph(name: "${name}", url: "http://${name}/")`)
  await writeFile(own, `enum join__Graph { ${values.join(' ')} } type Query { any: Int }`)
  return { path: own, remove: () => rm(folder, { recursive: true }) }
}

describe('the file of a supergraph', () => {
  it.each([
    ['that is not there', '/nowhere', 'SUPERGRAPH_PATH names a file that cannot be read.'],
    ['that is not GraphQL', import.meta.filename, 'SUPERGRAPH_PATH names a file that is not GraphQL.'],
    [
      'of an agency alone',
      path.replace('supergraph.graphql', 'api.graphql'),
      'SUPERGRAPH_PATH names a file that is no supergraph.',
    ],
  ])('is refused when it is one %s', async (_what, wrong, complaint) => {
    await expect(readSupergraph(wrong)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringContaining(complaint),
    })
  })
})
