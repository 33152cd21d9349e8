import { describe, expect, it } from '@jest/globals'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'

const one = 'one secret of at least 32 characters'
const other = 'other secret of at least 32 characters'

describe('a keyring', () => {
  it('writes with the first secret and reads with all', () => {
    expect(createKeyring(one, [other]).map(({ id }) => id)).toEqual(
      [...createKeyring(one), ...createKeyring(other)].map(({ id }) => id),
    )
  })

  it('has other keys for each purpose and each secret, and always the same', () => {
    const keys = [...createKeyring(one, [other])].flatMap(({ entries, counters, values }) =>
      [entries, counters, values].map((key) => key.export().toString('hex')),
    )
    expect(new Set(keys).size).toBe(6)
    expect(createKeyring(one)[0].entries.equals(createKeyring(one)[0].entries)).toBe(true)
  })
})
