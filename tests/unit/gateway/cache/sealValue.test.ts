import { describe, expect, it } from '@jest/globals'
import { createKeyring } from '../../../../gateway/cache/createKeyring.ts'
import { sealValue } from '../../../../gateway/cache/sealValue.ts'

const [keys] = createKeyring('the secret that writes, of 32 characters')
const value = {
  fetchedAt: 1,
  freshUntil: 2,
  staleUntil: 3,
  isNegative: false,
  epochs: [4],
  data: '"5318075205999001 Maria 1999-05-12"',
}

describe('sealing a value', () => {
  it('leaves nothing of it to be read', () => {
    const sealed = sealValue('entry', value, keys)
    for (const encoding of ['latin1', 'utf8', 'hex', 'base64'] as const) {
      const text = sealed.toString(encoding)
      for (const word of ['5318075205999001', 'Maria', '1999-05-12'])
        expect(text).not.toContain(Buffer.from(word).toString(encoding).replaceAll('=', '').slice(0, -1))
    }
  })

  it('never gives the same twice', () => {
    const nonces = Array.from({ length: 100 }, () => sealValue('entry', value, keys).subarray(5, 17).toString('hex'))
    expect(new Set(nonces).size).toBe(100)
  })
})
