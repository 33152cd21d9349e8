import type { PersonFields, RootField, WorldQuestion } from './WorldQuestion.ts'

/** A question as an operation with its variables. */
export function writeQuestion({ roots, hasVariables }: WorldQuestion): {
  readonly query: string
  readonly variables: Record<string, unknown>
} {
  const variables: Record<string, unknown> = {}
  const fields = roots.map((root, index) => {
    const argument = argumentOf(root)
    if (argument !== undefined && hasVariables) variables[`v${index}`] = argument[1]
    const value = hasVariables ? `$v${index}` : JSON.stringify(argument?.[1])
    const given = argument === undefined ? '' : `(${argument[0]}: ${value})`
    return `r${index}: ${root.kind}${given} ${selectionOf(root)}`
  })
  const declared = Object.keys(variables).map((name) => `$${name}: ID!`)
  const head = declared.length === 0 ? 'query' : `query(${declared.join(', ')})`
  return { query: `${head} { ${fields.join(' ')} }`, variables }
}

function argumentOf(root: RootField): readonly [string, string] | undefined {
  if (root.kind === 'person') return ['id', root.id]
  return root.kind === 'town' ? ['code', root.code] : undefined
}

function selectionOf(root: RootField): string {
  if (root.kind === 'census') return '{ count }'
  return root.kind === 'town' ? '{ code name }' : personSelection(root.fields)
}

function personSelection({ prefix, isReversed, name, papers, home, status, score, friend }: PersonFields): string {
  const as = (field: string): string => (prefix === '' ? field : `${prefix}${field}: ${field}`)
  const fields = ['id']
  if (name !== null) fields.push(name === '' ? as('name') : `${as('title')}(style: ${name})`)
  if (papers !== null) fields.push(`${as('papers')}${papers === '' ? '' : `(kind: ${papers})`} { number }`)
  if (home) fields.push(`${as('home')} { code name }`)
  if (status) fields.push(as('status'))
  if (score) fields.push(as('score'))
  if (friend) fields.push(`${as('friend')} { id name papers { number } }`)
  return `{ ${(isReversed ? fields.toReversed() : fields).join(' ')} }`
}
