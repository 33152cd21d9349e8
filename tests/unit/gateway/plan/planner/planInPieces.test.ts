import { describe, expect, it } from '@jest/globals'
import { Kind, buildSchema, parse } from 'graphql'
import type { FieldNode } from 'graphql'
import { UnplannableError } from '../../../../../gateway/plan/planner/UnplannableError.ts'
import { planInPieces } from '../../../../../gateway/plan/planner/planInPieces.ts'
import type { Beginning, PieceOptions } from '../../../../../gateway/plan/planner/planInPieces.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'

const schema = buildSchema('type Query { book: Book } type Book { id: ID twin: Book tax: Int }')
const document = parse('{ book { twin { tax } } }')
const tax: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'tax' } }

/** Plans a document of which a piece has to be planned by itself, as this begins it; what is taken are these fields. */
function plan(begin: () => Beginning, taken: readonly FieldNode[] = [tax]): unknown {
  const options: PieceOptions = {
    schema,
    needsOf: (_agency, _typeName, name) =>
      name === 'tax' ? [{ path: '/price', key: 'price', types: new Set(['Book']) }] : [],
    isExternal: () => false,
    provisionsOf: () => [],
    take: ({ selections }) => ({ taken: new Map(taken.length === 0 ? [] : [['Book', taken]]), left: selections }),
    begin,
  }
  return planInPieces(document, () => makeFetch('{ book { twin { tax } } }'), options)
}

/** A beginning at which planning does this. */
const beginning = (planPiece: Beginning['plan']) => (): Beginning => ({
  schema,
  fieldOf: () => 'book',
  plan: planPiece,
})

function failing(error: Error): () => never {
  return () => {
    throw error
  }
}

describe('an operation that has to be planned in pieces', () => {
  it.each([
    ['no piece can be planned', failing(new TypeError('a fault of ours'))],
    ['a piece is not', beginning(failing(new TypeError('a fault of ours')))],
    ['a piece is too large', beginning(failing(new RangeError('too long')))],
  ])('fails for the reason why %s', (_why, begin) => {
    expect(() => plan(begin)).toThrow(/^(?:a fault of ours|too long)$/)
  })

  it.each([
    ['its plan does not begin there', beginning(() => null), [tax]],
    ['nothing there requires anything', beginning(() => null), []],
  ])('has no plan where %s', (_where, begin, taken) => {
    expect(() => plan(begin, taken)).toThrow(UnplannableError)
  })
})
