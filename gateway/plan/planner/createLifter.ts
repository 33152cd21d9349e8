import type { DocumentNode, GraphQLSchema } from 'graphql'
import { mapSelections } from '../../document/mapSelections.ts'
import { liftRequired } from './liftRequired.ts'
import { readInterfaceObjects } from './readInterfaceObjects.ts'

/** A document with one operation, in a form that the planner can plan, which asks for no less. */
export type Lifter = (document: DocumentNode) => DocumentNode

/**
 * Makes the lifter of a supergraph. Where an agency answers an interface as an object, the planner goes round in circles at fields of
 * some of its types for which another agency has to be asked first: they are asked of all types.
 */
export function createLifter(supergraph: GraphQLSchema): Lifter {
  const { names, mayStandAt, requires } = readInterfaceObjects(supergraph)
  if (names.size === 0) return (document) => document
  return (document) =>
    mapSelections(document, supergraph, ({ selections }, { type, field }) =>
      field !== undefined && mayStandAt(type.name, field.typeName, field.name)
        ? liftRequired(selections, (name) => requires(type.name, name))
        : selections,
    )
}
