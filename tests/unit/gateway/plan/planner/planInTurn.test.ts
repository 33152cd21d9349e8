import { describe, expect, it } from '@jest/globals'
import { parse, print, stripIgnoredCharacters } from 'graphql'
import type { DocumentNode } from 'graphql'
import { collectRootFields } from '../../../../../gateway/document/collectRootFields.ts'
import type { PlanNode } from '../../../../../gateway/execute/PlanNode.ts'
import { planInTurn } from '../../../../../gateway/plan/planner/planInTurn.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'

/** A field's first letter is its agency; where it selects `more`, another agency is asked after that. */
function plan(document: DocumentNode): PlanNode | null {
  const text = stripIgnoredCharacters(print(document))
  const [first] = [...collectRootFields(document).keys()]
  if (first === undefined || first === '__typename') return null
  const own = makeFetch(text, { agency: first.charAt(0) })
  return text.includes('more') ? { kind: 'sequence', nodes: [own, makeFetch('', { agency: 'more' })] } : own
}

/** The texts of the calls, in order. */
function textsOf(node: PlanNode | null): readonly string[] {
  if (node?.kind === 'fetch') return [node.query || node.agency]
  return node?.kind === 'sequence' ? node.nodes.flatMap(textsOf) : []
}

function turns(text: string): readonly string[] {
  return textsOf(planInTurn(parse(text), plan))
}

describe('a mutation', () => {
  it('of one field is planned as it stands', () => {
    expect(turns('mutation { ...F } fragment F on Mutation { a1 { more } }')).toEqual([
      'mutation{...F}fragment F on Mutation{a1{more}}',
      'more',
    ])
  })

  it('has done all that is asked below a field before the next one runs', () => {
    expect(turns('mutation { a1 { more } a2 }')).toEqual(['mutation{a1{more}}', 'more', 'mutation{a2}'])
  })

  it('sends neighbours of one agency together, where nothing is asked between them', () => {
    expect(turns('mutation { a1 a2 { more } a3 b1 b2 a4 }')).toEqual([
      'mutation{a1 a2{more}}',
      'more',
      'mutation{a3}',
      'mutation{b1 b2}',
      'mutation{a4}',
    ])
  })

  it('runs in the order in which its fields are met, also inside fragments, which are gone', () => {
    const text = `mutation($x: Int) { ... { a2 } ...F a1 } fragment F on Mutation { b1 { ...G } } fragment G on Thing { id }`
    expect(turns(text)).toEqual(['mutation{a2}', 'mutation{b1{...G}}fragment G on Thing{id}', 'mutation{a1}'])
  })

  it('asks no agency for its own name', () => {
    expect(turns('mutation { a1 __typename a2 }')).toEqual(['mutation{a1 a2}'])
    expect(planInTurn(parse('mutation { __typename more: __typename }'), () => null)).toBeNull()
  })
})
