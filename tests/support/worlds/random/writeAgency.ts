import { federationLink } from '../federationLink.ts'
import type { DrawnEntity, DrawnGraph, DrawnLookup } from './DrawnGraph.ts'
import { writeField } from './writeField.ts'

const lookupLink = `
  @link(url: "https://specs.satu-atap.id/lookup/v1.0", import: ["@lookup", "@is"])
  @composeDirective(name: "@lookup") @composeDirective(name: "@is")
directive @lookup on FIELD_DEFINITION
directive @is(field: String!) on ARGUMENT_DEFINITION`

/** What every agency knows: a scalar of its own, an input with defaults, and values, two of them with an interface. */
const values = `scalar JSON
enum En { P Q R }
input In { a: Int = 5 e: En = Q n: In l: [String!] }
type N @shareable { x: ID! }
interface W { s: String w: W }
type V implements W @shareable { s: String t(n: Int = 1): Int x: X w: W }
type X implements W @shareable { s: String u: String! vs: [V!] w: W }`

/** The SDL of one agency of a random graph. */
export function writeAgency(graph: DrawnGraph, agency: string): string {
  const { roots, lookups, members, entities } = graph
  const mutations = graph.mutations.flatMap((field) => writeField(graph, agency, 'Mutation', field))
  const rootFields = [
    ...roots.flatMap((root) => writeField(graph, agency, 'Query', root)),
    ...lookups.filter((lookup) => lookup.agency === agency).map(writeLookup),
  ]
  return [
    `${federationLink}${lookups.length === 0 ? '' : lookupLink}`,
    block('type Query', rootFields),
    ...(mutations.length === 0 ? [] : [block('type Mutation', mutations)]),
    values,
    `union U = ${members.get(agency)?.join(' | ')}`,
    ...(graph.context?.agency === agency ? ['type Y { k: K ks: [K!] }'] : []),
    writeInterface(graph, agency),
    ...entities.flatMap((entity) => writeEntity(graph, agency, entity)),
  ].join('\n')
}

function writeLookup({ name, key, type }: DrawnLookup): string {
  return `${name}(${key.map((field) => `${field}_: ID! @is(field: "${field}")`).join(' ')}): ${type} @lookup`
}

function writeInterface(graph: DrawnGraph, agency: string): string {
  const { strangers, isKeyed, strangerFields, interfaceFields } = graph
  if (!strangers.has(agency)) {
    const fields = interfaceFields.get(agency)?.map(({ name, args, type }) => `${name}${args}: ${type}`) ?? []
    return block(`interface I${isKeyed ? ' @key(fields: "id")' : ''}`, ['id: ID!', ...fields])
  }
  const common = new Set([...interfaceFields.values()].flat())
  const fields = [...strangerFields, ...common].flatMap((field) => writeField(graph, agency, 'I', field))
  return block('type I @interfaceObject @key(fields: "id")', ['id: ID!', ...fields])
}

function writeEntity(graph: DrawnGraph, agency: string, entity: DrawnEntity): readonly string[] {
  const { name, at, fields, isImplementing } = entity
  const keys = at.get(agency)
  if (keys === undefined) return []
  const keyFields = new Set(
    keys.flatMap((key) =>
      key
        .replaceAll(/\{[^}]*\}/g, '')
        .trim()
        .split(/\s+/),
    ),
  )
  const all = isImplementing ? [...fields, ...graph.strangerFields] : fields
  const head = [
    `type ${name}`,
    ...(isImplementing ? ['implements I'] : []),
    ...(graph.context?.agency === agency && graph.context.sources.has(name) ? ['@context(name: "above")'] : []),
    ...keys.map((key) => `@key(fields: "${key}")`),
  ]
  return [
    block(head.join(' '), [
      ...[...keyFields].map((field) => (field === 'n' ? 'n: N!' : `${field}: ID!`)),
      ...all.flatMap((field) => writeField(graph, agency, name, field)),
    ]),
  ]
}

const block = (head: string, lines: readonly string[]): string =>
  `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
