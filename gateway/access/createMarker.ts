import { Kind, isAbstractType } from 'graphql'
import type { FieldNode, GraphQLCompositeType, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import type { Rights } from '../../schema/access/Rights.ts'
import type { DataClass } from '../../schema/access/classes.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import { fragmentOn } from '../document/fragmentOn.ts'
import { mapSelections } from '../document/mapSelections.ts'
import { operationOf } from '../document/operationOf.ts'
import { responseKeys } from '../document/responseKeys.ts'
import { withOwnFragments } from '../document/withOwnFragments.ts'
import { markField } from '../execute/markField.ts'
import { readMark } from '../execute/readMark.ts'
import { unusedPrefix } from '../execute/unusedPrefix.ts'
import { createVariants } from '../plan/prepare/createVariants.ts'
import type { RecordTypes } from './RecordTypes.ts'
import type { FieldRules } from './createFieldRules.ts'

/** An operation with what was decided about its fields. */
export interface MarkedOperation extends ValidOperation {
  /** Of the data that it shows. */
  readonly classes: readonly DataClass[]
}

/** An operation as these rights allow it; the same object for the same rights. */
export type Marker = (operation: ValidOperation, rights: Rights) => MarkedOperation

export interface MarkerOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  readonly rules: FieldRules
  /** The types that are records of people, each with what says whose. */
  readonly dataSubjects: RecordTypes['dataSubjects']
}

/** Makes what marks the fields of operations: withheld or masked by the rules, and whose record each object is. */
export function createMarker(options: MarkerOptions): Marker {
  const variantOf = createVariants<MarkedOperation>()
  return (operation, rights) => variantOf(operation.definition, rights.key, () => markAll(operation, rights, options))
}

function markAll(operation: ValidOperation, rights: Rights, options: MarkerOptions): MarkedOperation {
  const { schema, rules, dataSubjects } = options
  const alone = withOwnFragments(operation)
  const dataSubjectKey = unusedPrefix('dataSubject', responseKeys(alone))
  const classes = new Set<DataClass>()

  function markOne(node: FieldNode, typeName: string): FieldNode {
    const name = node.name.value
    // What the schema says of itself is no record.
    if (name.startsWith('__') || typeName.startsWith('__')) return node
    const field = `${typeName}.${name}`
    const decision = rules.decide(typeName, name, rights)
    if (decision.shown === 'not') return markField(node, { kind: 'withheld', code: 'FORBIDDEN_FIELD', field })
    classes.add(rules.classOf(typeName, name))
    if (decision.shown === 'whole') return node
    return markField(node, { kind: 'masked', mask: decision.mask, field })
  }

  /** A record says whose it is, under an interface or a union as well. */
  function dataSubjectsOf(type: GraphQLCompositeType): readonly SelectionNode[] {
    const dataSubject = dataSubjects.get(type.name)
    if (dataSubject !== undefined) return dataSubjectFields(dataSubjectKey, dataSubject)
    if (!isAbstractType(type)) return []
    return schema.getPossibleTypes(type).flatMap((one) => {
      const selections = dataSubjectsOf(one)
      return selections.length === 0 ? [] : [fragmentOn(one.name, selections)]
    })
  }

  const marked = mapSelections(alone, schema, ({ selections }, { type }) => {
    const shown = selections.map((one) =>
      one.kind === Kind.FIELD && readMark(one) === undefined ? markOne(one, type.name) : one,
    )
    return [...shown, ...dataSubjectsOf(type)]
  })
  return { ...operationOf(marked), classes: [...classes] }
}

function dataSubjectFields(key: string, { selections }: SelectionSetNode): readonly FieldNode[] {
  return selections.flatMap((field) =>
    field.kind === Kind.FIELD
      ? [markField({ ...field, alias: { kind: Kind.NAME, value: key } }, { kind: 'dataSubject' })]
      : [],
  )
}
