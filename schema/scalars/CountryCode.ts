import { GraphQLCountryCode } from 'graphql-scalars'
import { acceptedBy } from './acceptedBy.ts'
import { createTextScalar } from './createTextScalar.ts'

const isKnown = acceptedBy(GraphQLCountryCode)

/** The scalar `CountryCode`: ISO 3166-1 alpha-2, in the capitals of the standard, so that one country has one text. */
export const CountryCode = createTextScalar({
  name: 'CountryCode',
  accepts: (text) => text === text.toUpperCase() && isKnown(text),
})
