import type { DrawnField, DrawnGraph } from './DrawnGraph.ts'

/** A field as an agency has it on a type, with its directives; nothing where it does not know it. */
export function writeField(graph: DrawnGraph, agency: string, type: string, field: DrawnField): readonly string[] {
  const isExternal = graph.externals.get(`${agency} ${type}`)?.has(field.name) === true
  const head = `${field.name}${argumentsOf(graph, field)}: ${field.type}`
  if (field.owners.includes(agency)) return [[head, ...directivesOf(graph, agency, type, field)].join(' ')]
  if (field.overriddenFrom === agency) return [head]
  return isExternal ? [`${head} @external`] : []
}

function directivesOf(
  { provisions, provided }: DrawnGraph,
  agency: string,
  type: string,
  { name, owners, overriddenFrom, requires }: DrawnField,
): readonly string[] {
  const provision = provisions.get(`${agency} ${type}.${name}`)
  return [
    ...(owners.length > 1 || provided.has(`${type}.${name}`) ? ['@shareable'] : []),
    ...(overriddenFrom === undefined ? [] : [`@override(from: "${overriddenFrom}")`]),
    ...(requires === undefined ? [] : [`@requires(fields: ${JSON.stringify(requires)})`]),
    ...(provision === undefined ? [] : [`@provides(fields: "${provision}")`]),
  ]
}

/** With the one that is taken from what the object stands in. */
function argumentsOf({ context }: DrawnGraph, { args, isContextual = false }: DrawnField): string {
  if (context === undefined || !isContextual) return args
  const ways = [...context.sources].map(([type, name]) => `... on ${type} { ${name} }`).join(' ')
  const own = `of: ${context.type} @fromContext(field: "$above ${ways}")`
  return args === '' ? `(${own})` : args.replace(/\)$/, ` ${own})`)
}
