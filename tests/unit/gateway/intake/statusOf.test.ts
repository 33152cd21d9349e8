import { describe, expect, it } from '@jest/globals'
import { statusOf } from '../../../../gateway/intake/statusOf.ts'

describe('the status of an answer without data', () => {
  it('is 200 in plain JSON for what is wrong with the operation, and 400 in the media type of GraphQL', () => {
    for (const code of ['GRAPHQL_PARSE_FAILED', 'OPERATION_TOO_LARGE', 'NIK_MALFORMED', 'BAD_USER_INPUT'] as const) {
      expect(statusOf([code], 'application/json')).toBe(200)
      expect(statusOf([code], 'application/graphql-response+json')).toBe(400)
    }
  })

  it('is that of the code in both for what is wrong with the request or the server', () => {
    expect(statusOf(['BAD_REQUEST'], 'application/json')).toBe(400)
    expect(statusOf(['INTERNAL'], 'application/json')).toBe(500)
    expect(statusOf(['OVERLOADED'], 'application/graphql-response+json')).toBe(503)
    expect(statusOf(['BAD_USER_INPUT', 'INTERNAL'], 'application/json')).toBe(400)
  })

  it('is 200 where no code has a status of its own', () => {
    expect(statusOf(['AGENCY_UNAVAILABLE'], 'application/graphql-response+json')).toBe(200)
  })
})
