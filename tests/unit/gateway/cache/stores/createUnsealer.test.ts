import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'
import { createSealer } from '../../../../../gateway/cache/stores/createSealer.ts'
import { createUnsealer } from '../../../../../gateway/cache/stores/createUnsealer.ts'

const keyring = createKeyring('the secret that writes, of 32 characters', ['an older secret, of 32 characters too'])
const [keys, olderKeys = keys] = keyring
const [seal, sealAsBefore] = [createSealer(keys), createSealer(olderKeys)]
const [unseal, unsealWithoutOlder] = [createUnsealer(keyring), createUnsealer([keys])]

const instant = fc.integer({ min: 0, max: 4e12 })
const values = fc.record({
  life: fc.record({ fetchedAt: instant, freshUntil: instant, staleUntil: instant }),
  isNegative: fc.boolean(),
  epochs: fc.array(fc.maxSafeNat(), { maxLength: 5 }),
  text: fc.json(),
  parsed: fc.constant(undefined),
})
const names = fc.string({ minLength: 1 })

describe('a sealed value', () => {
  it('opens to what it was, under its own name', () => {
    fc.assert(
      fc.property(names, values, (entry, value) => {
        expect(unseal(entry, seal(entry, value))).toEqual(value)
      }),
    )
  })

  it('opens with an older secret, and not with one that is not in use any more', () => {
    fc.assert(
      fc.property(names, values, (entry, value) => {
        const sealed = sealAsBefore(entry, value)
        expect(unseal(entry, sealed)).toEqual(value)
        expect(unsealWithoutOlder(entry, sealed)).toBeNull()
      }),
    )
  })

  it('does not open under another name', () => {
    fc.assert(
      fc.property(names, names, values, (entry, other, value) => {
        fc.pre(entry !== other)
        expect(unseal(other, seal(entry, value))).toBeNull()
      }),
    )
  })

  it('does not open when any bit of it is another, or when it is cut or longer', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 0, max: 7 }), (value, place, bit) => {
        const sealed = seal('entry', value)
        const altered = Buffer.from(sealed)
        const at = place % sealed.length
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at)
        expect(unseal('entry', altered)).toBeNull()
        expect(unseal('entry', sealed.subarray(0, at))).toBeNull()
        expect(unseal('entry', Buffer.concat([sealed, Buffer.from([0])]))).toBeNull()
      }),
    )
  })

  it('does not open when it is anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unseal('entry', Buffer.from(bytes))).toBeNull()
      }),
    )
  })
})
