import { buildSchema } from 'graphql'
import type { GraphQLScalarType } from 'graphql'
import { NIK } from '../../../../../schema/scalars/NIK.ts'

/** A schema with arguments of many kinds, and a scalar of ours. */
export const applicantSchema = buildSchema(`
  scalar NIK
  enum Sex { FEMALE MALE }
  input Choice @oneOf { one: Int other: String }
  input Filter { region: String! sex: Sex born: [Int!] within: Filter niks: [NIK!] }
  type Query { applicant(nik: NIK): Applicant applicants(filter: Filter, first: Int, mode: Boolean, share: Float): [Applicant] }
  type Applicant { nik: NIK fullName: String }
`)

const { parseValue, parseLiteral } = NIK
Object.assign(applicantSchema.getType('NIK') as GraphQLScalarType, { parseValue, parseLiteral })
