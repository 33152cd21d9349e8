import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { FieldPolicy, FieldRule } from '../../schema/access/FieldPolicy.ts'
import { readFieldPolicy } from '../../schema/access/readFieldPolicy.ts'

/** Writes into the descriptions of a schema's fields who may see them, for developers, by the rules of its supergraph. */
export function describeRules(schema: GraphQLSchema, supergraph: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const ruled = supergraph.getType(type.name)
    if (type.name.startsWith('__') || !hasFields(type) || !hasFields(ruled)) continue
    const policies = ruled.getFields()
    for (const field of Object.values(type.getFields())) {
      const text = policyText(readFieldPolicy(policies[field.name]?.astNode?.directives))
      field.description = field.description ? `${field.description}\n\n${text}` : text
    }
  }
}

function hasFields(type: unknown) {
  return isObjectType(type) || isInterfaceType(type)
}

function policyText({ rules, classified }: FieldPolicy): string {
  const data = classified === 'PUBLIC' ? 'About nobody.' : `${classified} personal data.`
  if (rules.length === 0) return `Access: nobody. ${data}`
  return `Access: ${rules.map(wordsFor).join('; else ')}. ${data}`
}

function wordsFor({ scope, purposes, mask }: FieldRule): string {
  const why = purposes === undefined ? '' : ` for ${purposes.join(', ')}`
  return `scope \`${scope}\`${why}${mask === undefined ? '' : `, shown as ${mask}`}`
}
