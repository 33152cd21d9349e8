import { describe, expect, it } from '@jest/globals'
import { GraphQLError } from 'graphql'
import { renderFaults } from '../../../../gateway/intake/renderFaults.ts'
import { fault } from '../../../../platform/fault.ts'

const correlationId = '0b5d9b46-6d5e-4f64-9a0c-0e6d7d3f2a11'

describe('faults as an HTTP answer', () => {
  it('have code, texts and correlation id', () => {
    const { status, body, headers, codes } = renderFaults([fault('NOT_FOUND')], { correlationId })
    expect({ status, codes }).toEqual({ status: 404, codes: ['NOT_FOUND'] })
    expect(headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-correlation-id': correlationId,
    })
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: 'There is nothing at this address. The graph answers at /graphql.',
          extensions: { code: 'NOT_FOUND', retryable: false, translations: { id: expect.any(String) }, correlationId },
        },
      ],
    })
  })

  it('come in plain JSON where the client takes nothing of ours', () => {
    const { headers } = renderFaults([fault('NOT_ACCEPTABLE')], { correlationId, accept: 'text/html' })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('say when to come back, and which methods there are', () => {
    const busy = renderFaults([fault('OVERLOADED', { retryAfterSeconds: 3 })], { correlationId })
    expect(busy.headers['retry-after']).toBe('3')
    const put = renderFaults([fault('METHOD_NOT_ALLOWED')], { correlationId })
    expect(put.headers['allow']).toBe('GET, POST')
  })

  it('tell nobody to repeat what may have been done', () => {
    const { body } = renderFaults([fault('DEADLINE_EXCEEDED')], { correlationId, repeatable: false })
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { retryable: false } }] })
  })

  it('count as INTERNAL where the code is none of ours', () => {
    const { status, codes } = renderFaults([new GraphQLError('odd')], { correlationId })
    expect({ status, codes }).toEqual({ status: 500, codes: ['INTERNAL'] })
  })
})
