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
})

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
