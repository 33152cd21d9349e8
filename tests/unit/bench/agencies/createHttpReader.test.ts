import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHttpReader } from '../../../../bench/agencies/createHttpReader.ts'

function withLength(body: string): string {
  return `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

function inChunks(body: string): string {
  const bytes = Buffer.from(body)
  const half = Math.ceil(bytes.length / 2)
  const chunks = [bytes.subarray(0, half), bytes.subarray(half)].filter(({ length }) => length > 0)
  const text = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk.toString('latin1')}\r\n`).join('')
  return `POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n${text}0\r\n\r\n`
}

describe('a reader of HTTP', () => {
  it('hands on every body whole, however the bytes come', () => {
    const anyRequest = fc.record({ body: fc.string({ unit: 'grapheme' }), chunked: fc.boolean() })
    fc.assert(
      fc.property(fc.array(anyRequest), fc.array(fc.integer({ min: 1, max: 40 })), (requests, sizes) => {
        const bytes = Buffer.concat(
          requests.map(({ body, chunked }) =>
            chunked ? Buffer.from(inChunks(body), 'latin1') : Buffer.from(withLength(body)),
          ),
        )
        const bodies: string[] = []
        const read = createHttpReader((body) => bodies.push(body))
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn] ?? bytes.length
          read(bytes.subarray(at, at + size))
          at += size
        }
        expect(bodies).toEqual(requests.map(({ body }) => body))
      }),
    )
  })

  it('hands on an empty body for a request that has none', () => {
    const bodies: string[] = []
    createHttpReader((body) => bodies.push(body))(Buffer.from('GET / HTTP/1.1\r\nhost: a\r\n\r\n'))
    expect(bodies).toEqual([''])
  })

  it('refuses chunks without a size', () => {
    const read = createHttpReader(() => {})
    const text = 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnothing\r\n'
    expect(() => read(Buffer.from(text))).toThrow('This is not HTTP.')
  })
})
