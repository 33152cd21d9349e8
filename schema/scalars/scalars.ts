import type { GraphQLScalarType } from 'graphql'
import { CalendarDate } from './CalendarDate.ts'
import { CountryCode } from './CountryCode.ts'
import { DateTime } from './DateTime.ts'
import { NIK } from './NIK.ts'
import { RegionCode } from './RegionCode.ts'

/** The scalars that every agency shares, as `schema/scalars.graphql` describes them. */
export const scalars: readonly GraphQLScalarType[] = [NIK, RegionCode, CountryCode, CalendarDate, DateTime]
