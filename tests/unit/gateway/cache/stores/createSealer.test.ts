import { describe, expect, it } from '@jest/globals'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'
import { createSealer } from '../../../../../gateway/cache/stores/createSealer.ts'
import { createUnsealer } from '../../../../../gateway/cache/stores/createUnsealer.ts'

const keyring = createKeyring('the secret that writes, of 32 characters')
const [keys] = keyring
const value = {
  life: { fetchedAt: 1, freshUntil: 2, staleUntil: 3 },
  isNegative: false,
  epochs: [4],
  text: '"5318075205999001 Maria 1999-05-12"',
  parsed: undefined,
}

/** What no two values under one secret may have in common: salt and number. */
const markOf = (sealed: Buffer): string => sealed.subarray(5, 25).toString('hex')

describe('a sealer', () => {
  it('leaves nothing of a value to be read', () => {
    const sealed = createSealer(keys)('entry', value)
    for (const encoding of ['latin1', 'utf8', 'hex', 'base64'] as const) {
      const text = sealed.toString(encoding)
      for (const word of ['5318075205999001', 'Maria', '1999-05-12'])
        expect(text).not.toContain(Buffer.from(word).toString(encoding).replaceAll('=', '').slice(0, -1))
    }
  })

  it('never gives the same twice, nor what another sealer gave', () => {
    const sealers = Array.from({ length: 10 }, () => createSealer(keys))
    const marks = sealers.flatMap((seal) => Array.from({ length: 100 }, () => markOf(seal('entry', value))))
    expect(new Set(marks).size).toBe(1000)
  })

  it('draws another salt before a number comes again', () => {
    let drawn = 0
    const random = (size: number): Buffer => Buffer.alloc(size, (drawn += 1))
    const seal = createSealer(keys, { random, mostNumbers: 3 })
    const sealed = Array.from({ length: 8 }, () => seal('entry', value))
    expect(new Set(sealed.map(markOf)).size).toBe(8)
    expect(drawn).toBe(3)
    const unseal = createUnsealer(keyring)
    for (const one of sealed) expect(unseal('entry', one)).toEqual(value)
  })
})
