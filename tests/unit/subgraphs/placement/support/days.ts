import fc from 'fast-check'

/** Any day of the years in which these tests play. */
export const days: fc.Arbitrary<string> = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
