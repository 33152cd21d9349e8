import { Kind, isAbstractType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLCompositeType } from 'graphql'
import { principalKinds } from '../../schema/access/principalKinds.ts'
import type { PrincipalRights } from '../../schema/access/principalKinds.ts'
import type { RequestContext } from '../context.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import { mapSelections } from '../document/mapSelections.ts'
import { operationOf } from '../document/operationOf.ts'
import { responseKeyOf } from '../document/responseKeyOf.ts'
import type { Mark } from '../execute/Mark.ts'
import type { Variables } from '../execute/Variables.ts'
import { markField } from '../execute/markField.ts'
import type { Engine } from '../plan/Engine.ts'
import { createConditionSettler } from '../plan/prepare/createConditionSettler.ts'
import { createVariants } from '../plan/prepare/createVariants.ts'
import type { Supergraph } from '../supergraph/readSupergraph.ts'
import type { Caller } from './Caller.ts'
import { createFieldRules } from './createFieldRules.ts'
import { createMarker } from './createMarker.ts'
import type { MarkedOperation } from './createMarker.ts'
import { createRecordRules } from './createRecordRules.ts'
import type { RootDecisions } from './createRecordRules.ts'
import { readRecordTypes } from './readRecordTypes.ts'
import { rightsFor } from './rightsFor.ts'

/** An operation as its caller may have it run. */
export interface PermittedOperation
  extends Pick<MarkedOperation, 'classes'>, Pick<RootDecisions, 'sought' | 'denied' | 'lists'> {
  readonly operation: ValidOperation
}

export interface AccessRequest {
  readonly operation: ValidOperation
  /** As their types take them, with defaults. */
  readonly variables: Variables
  readonly caller: Caller
  readonly context: RequestContext
}

/** The access rules of one supergraph. */
export interface Access {
  /** Rejects for nothing that an agency does. */
  readonly permit: (request: AccessRequest) => Promise<PermittedOperation>
  /** What an operation is for each kind of user, with all its scopes, that may ask for one of these purposes. */
  readonly variantsOf: (operation: ValidOperation, purposes: readonly string[]) => readonly ValidOperation[]
}

export interface AccessOptions {
  readonly supergraph: Supergraph
  readonly engine: Pick<Engine, 'schema' | 'execute'>
}

/** Makes the access rules of a supergraph: field rules first, then records, so that what is withheld anyway is not looked for. */
export function createAccess({ supergraph, engine }: AccessOptions): Access {
  const { schema } = engine
  const records = readRecordTypes(supergraph.schema)
  const mark = createMarker({ schema, rules: createFieldRules(supergraph.schema), dataSubjects: records.dataSubjects })
  const decide = createRecordRules({ records, engine })
  const settle = createConditionSettler()
  const variantOf = createVariants<ValidOperation>()

  function markRoots(operation: ValidOperation, marks: ReadonlyMap<string, Mark>): ValidOperation {
    if (marks.size === 0) return operation
    const decisions = JSON.stringify([...marks].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    return variantOf(operation.definition, decisions, () => withRoots(operation, marks))
  }

  function withRoots({ document, definition }: ValidOperation, marks: ReadonlyMap<string, Mark>): ValidOperation {
    const root = schema.getRootType(definition.operation)
    // A root field may be selected of an interface that the root has.
    const isRoot = (type: GraphQLCompositeType) =>
      type === root || (isAbstractType(type) && isObjectType(root) && schema.isSubType(type, root))
    const marked = mapSelections(document, schema, ({ selections }, { type }) =>
      selections.map((one) => (isRoot(type) && one.kind === Kind.FIELD ? markRoot(one, marks) : one)),
    )
    return operationOf(marked)
  }

  return {
    async permit({ operation, variables, caller, context }) {
      const marked = mark(operation, caller.rights)
      // What a condition leaves out is not looked for.
      const settled = settle(marked, variables)
      const { principal } = caller
      const { marks, ...people } = await decide({ operation: settled, variables, principal, context })
      return { operation: markRoots(marked, marks), ...people, classes: marked.classes }
    },
    variantsOf(operation, purposes) {
      return Object.values<PrincipalRights>(principalKinds).flatMap(({ scopes, purposes: allowed }) =>
        allowed
          .filter((purpose) => purposes.includes(purpose))
          .map((purpose) => mark(operation, rightsFor(scopes, purpose))),
      )
    },
  }
}

function markRoot(node: FieldNode, marks: ReadonlyMap<string, Mark>): FieldNode {
  const mark = marks.get(responseKeyOf(node))
  return mark === undefined ? node : markField(node, mark)
}
