import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createKeyring } from '../../../../gateway/cache/createKeyring.ts'
import { openValue } from '../../../../gateway/cache/openValue.ts'
import { sealValue } from '../../../../gateway/cache/sealValue.ts'

const keyring = createKeyring('the secret that writes, of 32 characters', ['an older secret, of 32 characters too'])
const [keys, olderKeys = keys] = keyring

const instant = fc.integer({ min: 0, max: 4e12 })
const values = fc.record({
  fetchedAt: instant,
  freshUntil: instant,
  staleUntil: instant,
  isNegative: fc.boolean(),
  epochs: fc.array(fc.maxSafeNat(), { maxLength: 5 }),
  data: fc.json(),
})
const names = fc.string({ minLength: 1 })

describe('a sealed value', () => {
  it('opens to what it was, under its own name', () => {
    fc.assert(
      fc.property(names, values, (entry, value) => {
        const opened = openValue(entry, sealValue(entry, value, keys), keyring)
        expect(opened).toEqual({ ...value, data: JSON.parse(value.data) as unknown })
      }),
    )
  })

  it('opens with an older secret, and not with one that is not in use any more', () => {
    fc.assert(
      fc.property(names, values, (entry, value) => {
        const sealed = sealValue(entry, value, olderKeys)
        expect(openValue(entry, sealed, keyring)).not.toBeNull()
        expect(openValue(entry, sealed, [keys])).toBeNull()
      }),
    )
  })

  it('does not open under another name', () => {
    fc.assert(
      fc.property(names, names, values, (entry, other, value) => {
        fc.pre(entry !== other)
        expect(openValue(other, sealValue(entry, value, keys), keyring)).toBeNull()
      }),
    )
  })

  it('does not open when any bit of it is another, or when it is cut or longer', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 0, max: 7 }), (value, place, bit) => {
        const sealed = sealValue('entry', value, keys)
        const altered = Buffer.from(sealed)
        const at = place % sealed.length
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at)
        expect(openValue('entry', altered, keyring)).toBeNull()
        expect(openValue('entry', sealed.subarray(0, at), keyring)).toBeNull()
        expect(openValue('entry', Buffer.concat([sealed, Buffer.from([0])]), keyring)).toBeNull()
      }),
    )
  })

  it('does not open when it is anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openValue('entry', Buffer.from(bytes), keyring)).toBeNull()
      }),
    )
  })
})
