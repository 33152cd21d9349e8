import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestBody } from '../../../platform/digestBody.ts'

describe('the digest of a body', () => {
  test('is SHA-256 as base64url', () => {
    expect(digestBody('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(digestBody(Buffer.from(bytes))).toBe(createHash('sha256').update(bytes).digest('base64url'))
      }),
    )
  })

  test('is the same for a text and for its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(digestBody(text)).toBe(digestBody(Buffer.from(text)))
      }),
    )
  })
})
