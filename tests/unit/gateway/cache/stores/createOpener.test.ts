import { describe, expect, it } from '@jest/globals'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'
import { createOpener } from '../../../../../gateway/cache/stores/createOpener.ts'
import { createSealer } from '../../../../../gateway/cache/stores/createSealer.ts'

const keyring = createKeyring('the secret that writes, of 32 characters')
const sealer = createSealer(keyring[0])

const times = { life: { fetchedAt: 1, freshUntil: 2, staleUntil: 3 }, isNegative: false, epochs: [4] }
const seal = (entry: string, text: string): Buffer => sealer(entry, { ...times, text, parsed: undefined })

describe('an opener', () => {
  it('opens the same bytes once, wherever they are', () => {
    const open = createOpener(keyring)
    const sealed = seal('entry', '["x"]')
    const first = open('entry', sealed)
    expect(first).toEqual({ ...times, text: '["x"]', parsed: undefined })
    expect(open('entry', Buffer.from(sealed))).toBe(first)
  })

  it('opens anew what was written anew', () => {
    const open = createOpener(keyring)
    open('entry', seal('entry', '1'))
    expect(open('entry', seal('entry', '2'))?.text).toBe('2')
  })

  it('refuses what was altered or moved, whatever was there before, also when its bytes change under it', () => {
    const open = createOpener(keyring)
    const sealed = seal('entry', '1')
    expect(open('entry', sealed)?.text).toBe('1')
    expect(open('other', sealed)).toBeNull()
    sealed.writeUInt8(sealed.readUInt8(20) ^ 1, 20)
    expect(open('entry', sealed)).toBeNull()
    expect(open('entry', seal('entry', '3'))?.text).toBe('3')
  })

  it('remembers within a bound', () => {
    const open = createOpener(keyring)
    const sealed = Array.from({ length: 12 }, (_, index) =>
      seal(`entry ${index}`, JSON.stringify('x'.repeat(1_000_000))),
    )
    const first = sealed.map((one, index) => open(`entry ${index}`, one))
    const again = sealed.map((one, index) => open(`entry ${index}`, one)).toReversed()
    expect(again).toEqual(first.toReversed())
    expect(first.filter((value) => again.includes(value)).length).toBeLessThan(9)
  })
})
