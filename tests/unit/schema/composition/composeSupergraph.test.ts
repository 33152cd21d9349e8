import { describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../../../../schema/composition/composeSupergraph.ts'
import { ruledSdl } from '../../../support/ruledSdl.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@override"])`

function subgraph(name: string, sdl: string) {
  return { name, url: `http://127.0.0.1/${name}`, sdl: `${link}\n${ruledSdl(sdl)}` }
}

const people = `
  type Query { "A person." person("The id." id: ID!): Person }
  "Somebody." type Person @key(fields: "id") { "The id." id: ID! "The name." name: String }
`

describe('composeSupergraph', () => {
  it('answers the supergraph and the schema that clients see', () => {
    const composition = composeSupergraph([
      subgraph('people', people),
      subgraph('papers', `type Person @key(fields: "id") { "The id." id: ID! "Papers." papers: [String!] }`),
    ])
    const { supergraph, api } = composition as Extract<typeof composition, { readonly api: string }>
    expect(composition.problems).toEqual([])
    expect(supergraph).toContain('join__Graph')
    expect(api).toMatch(/papers: \[String!\]/)
    expect(api).not.toContain('join__')
  })

  it('says why subgraphs do not compose', () => {
    const { problems } = composeSupergraph([
      subgraph('people', people),
      subgraph('papers', `type Person @key(fields: "id") { "The id." id: ID! "Another name." name: String }`),
    ])
    expect(problems.join('\n')).toContain('Non-shareable field "Person.name"')
  })

  it('says where in whose schema something is no SDL', () => {
    const papers = { name: 'papers', url: 'http://127.0.0.1/papers', sdl: 'type Person {\n  papers String\n}' }
    const { problems } = composeSupergraph([subgraph('people', people), papers])
    expect(problems).toEqual([expect.stringMatching(/^Syntax Error: .*\n\nthe schema of papers:2:10\n/)])
  })

  it('refuses a cache policy without effect', () => {
    const declared = `directive @cacheControl(maxAge: Int) on OBJECT | FIELD_DEFINITION ${people}`
    const { problems } = composeSupergraph([
      subgraph('people', declared.replace('name: String', 'name: String @cacheControl')),
    ])
    expect(problems).toEqual([expect.stringContaining('people: @cacheControl of Person.name says nothing')])
  })

  it('refuses subscriptions, which nothing answers', () => {
    const { problems } = composeSupergraph([
      subgraph('people', `${people} "News." type Subscription { "Somebody new." came: Person }`),
    ])
    expect(problems).toEqual(['There is a type of subscriptions, and nothing answers them.'])
  })

  it('takes a hint for a problem', () => {
    const { problems } = composeSupergraph([
      subgraph('people', people),
      subgraph(
        'papers',
        `"Other words." type Person @key(fields: "id") { "The id." id: ID! "Papers." papers: [String!] }`,
      ),
    ])
    expect(problems).toEqual([expect.stringContaining('INCONSISTENT_DESCRIPTION')])
  })

  it('lets a field move from one subgraph to another by steps', () => {
    const moved = `type Person @key(fields: "id") { "The id." id: ID! "The name." name: String @override(from: "people", label: "percent(5)") }`
    expect(composeSupergraph([subgraph('people', people), subgraph('papers', moved)]).problems).toEqual([])
  })

  it('refuses an element without a description', () => {
    const { problems } = composeSupergraph([subgraph('people', people.replace('"The name." ', ''))])
    expect(problems).toEqual(['Person.name has no description.'])
  })

  it('refuses a field through which one subgraph could take away what another answered', () => {
    const { problems } = composeSupergraph([
      subgraph('people', people),
      subgraph('papers', `type Person @key(fields: "id") { "The id." id: ID! "Papers." papers: [String!]! }`),
    ])
    expect(problems).toEqual(['papers: Person.papers must be nullable, since another agency takes part in it.'])
  })

  it('refuses a field without access rules', () => {
    const { problems } = composeSupergraph([
      { name: 'people', url: 'http://127.0.0.1/people', sdl: `${link}\n${people}` },
    ])
    expect(problems).toContain('Person.name has no @access: docs/agencies.md says how to write one.')
    expect(problems).toContain('Person.name needs @classified(as:) with one of PUBLIC, GENERAL, SPECIFIC.')
  })

  it('refuses a field for which subgraphs have different access rules, which would add up', () => {
    const papers = subgraph('papers', `type Person @key(fields: "id") { "The id." id: ID! "Papers." papers: Int }`)
    const laxer = { ...papers, sdl: papers.sdl.replace('"reference"', '"validity"') }
    expect(composeSupergraph([subgraph('people', people), papers]).problems).toEqual([])
    expect(composeSupergraph([subgraph('people', people), laxer]).problems).toEqual([
      'Person.id has another @access in papers than in people.',
    ])
  })
})
