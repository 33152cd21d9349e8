import { isObjectType } from 'graphql'
import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { FieldPolicy } from './FieldPolicy.ts'
import { decideField } from './decideField.ts'
import type { Decision } from './decideField.ts'
import { principalKinds } from './principalKinds.ts'
import type { PrincipalRights } from './principalKinds.ts'
import { purposes } from './purposes.ts'
import { readFieldPolicy } from './readFieldPolicy.ts'
import { scopes } from './scopes.ts'

const kinds = Object.entries<PrincipalRights>(principalKinds)

/** What each kind of user sees of a supergraph, as Markdown: its scopes and purposes, and then field by field. */
export function renderAccessTables(supergraph: GraphQLSchema): string {
  const types = Object.values(supergraph.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__') && !name.startsWith('join__'))
  return [
    table(
      ['kind', 'who', 'scopes', 'purposes'],
      kinds.map(([kind, { means, scopes: most, purposes: allowed }]) => [
        `\`${kind}\``,
        means,
        most.join(', '),
        allowed.join(', '),
      ]),
    ),
    table(
      ['purpose', 'means', 'legal basis'],
      Object.entries(purposes).map(([purpose, { means, legalBasis }]) => [`\`${purpose}\``, means, legalBasis]),
    ),
    table(
      ['scope', 'opens'],
      Object.entries(scopes).map(([scope, opens]) => [`\`${scope}\``, opens]),
    ),
    table(['fields', 'data', ...kinds.map(([kind]) => `\`${kind}\``)], types.flatMap(rowsOf)),
  ].join('\n\n')
}

/** Fields of a type that are shown alike share a row. */
function rowsOf(type: GraphQLObjectType): readonly (readonly string[])[] {
  const fieldsBySight = new Map<string, { readonly names: string[]; readonly cells: readonly string[] }>()
  for (const { name, astNode } of Object.values(type.getFields())) {
    const policy = readFieldPolicy(astNode?.directives)
    const cells = [policy.classified, ...kinds.map(([, rights]) => sightOf(policy, rights))]
    const row = fieldsBySight.get(cells.join('|')) ?? { names: [], cells }
    row.names.push(name)
    fieldsBySight.set(cells.join('|'), row)
  }
  return Array.from(fieldsBySight.values(), ({ names, cells }) => [`\`${type.name}\`: ${names.join(', ')}`, ...cells])
}

/** How a kind of user with all its scopes sees a field, for each of its purposes where that makes a difference. */
function sightOf(policy: FieldPolicy, { scopes: most, purposes: allowed }: PrincipalRights): string {
  const bySight = new Map<string, string[]>()
  for (const purpose of allowed) {
    const sight = wordFor(decideField(policy, { scopes: new Set(most), purpose }))
    bySight.set(sight, [...(bySight.get(sight) ?? []), purpose])
  }
  if (bySight.size === 1) return [...bySight.keys()].join('')
  return Array.from(bySight, ([sight, ofPurposes]) => `${sight} for ${ofPurposes.join(', ')}`).join('; ')
}

function wordFor(decision: Decision): string {
  switch (decision.shown) {
    case 'whole':
      return 'yes'
    case 'masked':
      return decision.mask
    case 'not':
      return '–'
    default:
      return decision satisfies never
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
