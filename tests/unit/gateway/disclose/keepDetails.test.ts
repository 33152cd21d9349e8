import { describe, expect, test } from '@jest/globals'
import { keepDetails } from '../../../../gateway/disclose/keepDetails.ts'

const details = {
  agency: 'police-clearance',
  argument: 'first',
  correlationId: 'a_correlation-1',
  retryAfterSeconds: 3,
}

describe('the details of an error', () => {
  test('are those of the table, and nothing beside them', () => {
    expect(keepDetails({ ...details, code: 'INTERNAL', stacktrace: ['at Maria'], serviceName: 'Maria' })).toEqual(
      details,
    )
    expect(keepDetails({})).toEqual({})
  })

  test.each([
    ['agency', 'https://10.0.0.1/'],
    ['agency', 'Maria Goreti'],
    ['agency', ''],
    ['agency', 'x'.repeat(129)],
    ['argument', '5318075205999001'],
    ['argument', 'Maria Goreti'],
    ['argument', 'x'.repeat(65)],
    ['correlationId', 'Maria Goreti'],
    ['correlationId', ''],
    ['correlationId', 'x'.repeat(65)],
    ['correlationId', { toString: () => 'Maria' }],
    ['retryAfterSeconds', '3'],
    ['retryAfterSeconds', 0.5],
    ['retryAfterSeconds', Number.NaN],
  ])('are left out when they do not look like one: %s is %j', (name, value) => {
    const { [name as keyof typeof details]: _left, ...others } = details
    expect(keepDetails({ ...details, [name]: value })).toEqual(others)
  })

  test.each(['products.v2', 'Produk_2', 'kesehatan-daerah', 'Kesehatan_Ñ', 'x'.repeat(128)])(
    'can name the agency %s',
    (agency) => {
      expect(keepDetails({ agency })).toEqual({ agency })
    },
  )
})
