import { GraphQLDateTime } from 'graphql-scalars'
import { acceptedBy } from './acceptedBy.ts'
import { createTextScalar } from './createTextScalar.ts'

const isInstant = acceptedBy(GraphQLDateTime)

/** The scalar `DateTime`: an RFC 3339 instant. The year 0000, which no database knows, is none. */
export const DateTime = createTextScalar({
  name: 'DateTime',
  accepts: (text) => !text.startsWith('0000') && isInstant(text),
})
