import { describe, expect, it } from '@jest/globals'
import type { RegisteredOperation } from '../../../../gateway/operation/RegisteredOperation.ts'
import { readManifest } from '../../../../gateway/operation/readManifest.ts'
import { EnvironmentError } from '../../../../platform/EnvironmentError.ts'
import { manifestOf } from '../../../support/manifestOf.ts'
import { writeTemporary } from '../../../support/writeTemporary.ts'

async function read(text: string): Promise<ReadonlyMap<string, RegisteredOperation>> {
  const { path, remove } = await writeTemporary(text)
  try {
    return await readManifest({ path, optional: true })
  } finally {
    await remove()
  }
}

type Written = Record<string, unknown>

/** A manifest whose only operation is changed. */
function changed(change: (operation: Written) => Written): string {
  const manifest = JSON.parse(manifestOf('query A { a }')) as { readonly operations: readonly Written[] }
  return JSON.stringify({ ...manifest, operations: manifest.operations.map(change) })
}

describe('reading a manifest', () => {
  it('answers its operations by hash, and they cannot be changed', async () => {
    const operations = await read(manifestOf('query A { a }', 'query B { b }'))
    expect([...operations.values()]).toMatchObject([
      { name: 'A', type: 'query', body: 'query A { a }', purposes: ['service-delivery'] },
      { name: 'B' },
    ])
    for (const [hash, operation] of operations) {
      expect(operation.id).toBe(hash)
      expect([operation, operation.purposes].every(Object.isFrozen)).toBe(true)
    }
  })

  it('reads that of this project', async () => {
    const operations = await readManifest({ path: 'schema/operations/manifest.json', optional: false })
    expect(operations.size).toBeGreaterThanOrEqual(10)
  })

  it('passes over what other tools write beside', async () => {
    expect((await read(changed((operation) => ({ ...operation, clientName: 'app' })))).size).toBe(1)
  })

  it('takes an absent one as empty only where a gateway can do without', async () => {
    const place = { path: '/nowhere/manifest.json' }
    expect((await readManifest({ ...place, optional: true })).size).toBe(0)
    await expect(readManifest({ ...place, optional: false })).rejects.toThrow(
      'OPERATIONS_PATH names a file that cannot be read. Allowed is a manifest in the format apollo-persisted-query-manifest',
    )
  })

  const twice = JSON.parse(manifestOf('query A { a }', 'query A { b }')) as { readonly operations: readonly Written[] }

  it.each([
    ['no JSON', '{', 'that is no manifest'],
    ['another format', '{"format":"relay","version":1,"operations":[]}', 'that is no manifest'],
    ['another version', manifestOf().replace('"version":1', '"version":2'), 'that is no manifest'],
    ['a subscription', changed((operation) => ({ ...operation, type: 'subscription' })), 'that is no manifest'],
    ['an empty body', changed((operation) => ({ ...operation, body: '' })), 'that is no manifest'],
    ['no purposes', changed(({ purposes: _none, ...operation }) => operation), 'that is no manifest'],
    ['a name that is none', changed((operation) => ({ ...operation, name: 'A B' })), 'that is no manifest'],
    ['an empty list of purposes', changed((operation) => ({ ...operation, purposes: [] })), 'purposes'],
    ['an unknown purpose', changed((operation) => ({ ...operation, purposes: ['reporting', 'fun'] })), 'purposes'],
    [
      'a purpose twice',
      changed((operation) => ({ ...operation, purposes: ['reporting', 'reporting'] })),
      'has not one or more of the purposes',
    ],
    ['another hash', changed((operation) => ({ ...operation, id: '0'.repeat(64) })), 'is not the SHA-256 of its body'],
    ['another body', changed((operation) => ({ ...operation, body: 'query A { b }' })), 'is not the SHA-256'],
    ['one operation twice', manifestOf('query A { a }', 'query A { a }'), 'in which A stands twice'],
    ['one name twice', JSON.stringify(twice), 'in which A stands twice'],
  ])('refuses a file with %s, and says so', async (_what, text, words) => {
    const reading = read(text)
    await expect(reading).rejects.toBeInstanceOf(EnvironmentError)
    await expect(reading).rejects.toThrow(words)
  })

  it('refuses more operations or bytes than it may hold', async () => {
    const many = manifestOf(...Array.from({ length: 10_001 }, (_operation, index) => `query A${index} { a }`))
    await expect(read(many)).rejects.toThrow('of more than 10000 operations')
    await expect(read(manifestOf(`query A { a } #${'x'.repeat(16_777_216)}`))).rejects.toThrow('of more than 16777216')
  })
})
