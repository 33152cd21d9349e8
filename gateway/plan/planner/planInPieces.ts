import { Kind, OperationTypeNode } from 'graphql'
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionNode } from 'graphql'
import { fragmentOn } from '../../document/fragmentOn.ts'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import { operationOf } from '../../document/operationOf.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import type { PlanNode } from '../../execute/PlanNode.ts'
import type { TakeRequiring } from './createTaker.ts'
import { UnplannableError } from './UnplannableError.ts'
import { findEarly } from './findEarly.ts'
import type { EarlyOptions } from './findEarly.ts'
import { inParallel } from './inParallel.ts'
import { mapFetches } from './mapFetches.ts'
import { mapPlace } from './mapPlace.ts'
import { parseFetch } from './parseFetch.ts'
import type { PlanDocument } from './planInTurn.ts'
import { standAt } from './standAt.ts'
import type { Place } from './visitFetch.ts'

/** Where plans may begin at an entity: a schema with root fields that lead to each type, and what plans there. */
export interface Beginning {
  readonly schema: GraphQLSchema
  readonly fieldOf: (typeName: string) => string
  readonly plan: PlanDocument
}

export interface PieceOptions extends EarlyOptions {
  readonly take: TakeRequiring
  readonly begin: () => Beginning
}

/**
 * Plans a document, and more than once where its plan would ask for something before it has what that requires. What requires something
 * at such a place is a piece of its own then: a plan that begins at the entities there, of which it has the keys from the plan for all
 * else. Throws an UnplannableError where that does not help.
 */
export function planInPieces(document: DocumentNode, plan: PlanDocument, options: PieceOptions): PlanNode | null {
  const whole = plan(document)
  const places = whole === null ? [] : findEarly(whole, options)
  return places.length === 0 ? whole : cut(document, places, options)
}

function cut(document: DocumentNode, places: readonly Place[], options: PieceOptions): PlanNode {
  const { schema, plan } = options.begin()
  const fragments = fragmentsOf(document)
  // Nothing requires anything where an agency is asked for what it has from others, but it may be asked for that by what does elsewhere.
  const cutting = places.map((place) => takeAt(document, place, options)).find(({ taken }) => taken.size > 0)
  if (cutting === undefined) throw new UnplannableError('Nothing that is selected there requires anything.')
  const { place, taken, path } = cutting
  const pieces = new Map(
    Array.from(taken, ([typeName, fields]) => [typeName, planPiece(document, { typeName, fields, path }, options)]),
  )
  const { document: left } = mapPlace(document, {
    schema,
    place,
    change(set, typeName) {
      const parts = options.take(set, typeName, fragments)
      const keys = [...parts.taken.keys()].flatMap((name) => {
        const known = pieces.get(name)?.keys ?? []
        return name === typeName ? known : [fragmentOn(name, known)]
      })
      return [...parts.left, ...keys]
    },
  })
  const first = planInPieces(left, plan, options)
  const nodes = Array.from(pieces.values(), (piece) => piece.plan)
  return { kind: 'sequence', nodes: [...stepsOf(first), inParallel(nodes)] }
}

interface Cutting {
  readonly place: Place
  /** By type, what requires something of what stands there. */
  readonly taken: ReadonlyMap<string, readonly FieldNode[]>
  /** The way to the place as plans say it. */
  readonly path: readonly string[]
}

function takeAt(document: DocumentNode, place: Place, options: PieceOptions): Cutting {
  const { schema } = options.begin()
  const fragments = fragmentsOf(document)
  const taken = new Map<string, readonly FieldNode[]>()
  const { path } = mapPlace(document, {
    schema,
    place,
    change(set, typeName) {
      for (const [name, fields] of options.take(set, typeName, fragments).taken)
        taken.set(name, [...(taken.get(name) ?? []), ...fields])
      return set.selections
    },
  })
  return { place, taken, path }
}

interface PieceOf {
  readonly typeName: string
  readonly fields: readonly FieldNode[]
  readonly path: readonly string[]
}

interface Piece {
  /** What it has to know of each entity. */
  readonly keys: readonly SelectionNode[]
  readonly plan: PlanNode
}

/** Plans what is selected of the entities of a type, of which its agencies are told, so that it is cut further inside of them alone. */
function planPiece(document: DocumentNode, { typeName, fields, path }: PieceOf, options: PieceOptions): Piece {
  const { schema, fieldOf, plan } = options.begin()
  const asked = askAt(document, fieldOf(typeName), fields)
  const [first, ...others] = stepsOf(planInPieces(asked, plan, options))
  const root = first?.kind === 'fetch' ? parseFetch(first).operation.selectionSet.selections[0] : undefined
  if (root?.kind !== Kind.FIELD || root.selectionSet === undefined)
    throw new UnplannableError('The plan begins elsewhere.')
  const nodes = others.map((node) => mapFetches(node, (fetch) => standAt(fetch, { schema, typeName, path })))
  return { keys: root.selectionSet.selections, plan: { kind: 'sequence', nodes } }
}

/** A document that asks for these fields at a root field. */
function askAt(document: DocumentNode, root: string, fields: readonly FieldNode[]): DocumentNode {
  const { definition } = operationOf(document)
  const selectionSet = { kind: Kind.SELECTION_SET, selections: fields } as const
  const field: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: root }, selectionSet }
  const operation = {
    ...definition,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  } as const
  return withUsedParts({ kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(document).values()] }).document
}

function stepsOf(plan: PlanNode | null): readonly PlanNode[] {
  if (plan?.kind !== 'sequence') return plan === null ? [] : [plan]
  return plan.nodes.flatMap((node) => stepsOf(node))
}
