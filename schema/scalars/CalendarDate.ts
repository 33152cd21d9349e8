import { GraphQLDate } from 'graphql-scalars'
import { acceptedBy } from './acceptedBy.ts'
import { createTextScalar } from './createTextScalar.ts'

const isDay = acceptedBy(GraphQLDate)

/**
 * The scalar `Date`, a day of the calendar as `YYYY-MM-DD`; never an instant, so that no time zone can move it. The year
 * 0000, which no database knows, is none.
 */
export const CalendarDate = createTextScalar({
  name: 'Date',
  accepts: (text) => !text.startsWith('0000') && isDay(text),
})
