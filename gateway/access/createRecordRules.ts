import { getArgumentValues, getVariableValues } from 'graphql'
import type { FieldNode } from 'graphql'
import type { RequestContext } from '../context.ts'
import type { Mark } from '../execute/Mark.ts'
import { readMark } from '../execute/readMark.ts'
import type { Variables } from '../execute/Variables.ts'
import type { Engine, ValidOperation } from '../plan/Engine.ts'
import { collectRootFields } from '../plan/collectRootFields.ts'
import type { Principal } from './Principal.ts'
import type { RecordTypes } from './RecordTypes.ts'
import { createLocator } from './createLocator.ts'
import type { Location, Locator } from './createLocator.ts'
import { isInside } from './isInside.ts'
import { mayList } from './mayList.ts'
import { reachOf } from './reachOf.ts'

/** What was decided about the root fields of a request, by their response keys. */
export interface RootDecisions {
  /** Of those that are not to be asked for. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Whose record each of the others looks up. */
  readonly sought: ReadonlyMap<string, string>
}

export interface RecordRequest {
  readonly operation: ValidOperation
  readonly variables: Variables
  readonly principal: Principal
  readonly context: RequestContext
}

/** Decides which records a request may be about. Rejects for nothing that an agency does. */
export type RecordRules = (request: RecordRequest) => Promise<RootDecisions>

export interface RecordRulesOptions {
  readonly records: RecordTypes
  readonly engine: Pick<Engine, 'schema' | 'execute'>
}

/**
 * Makes the record rules of a supergraph. A record that a principal may not see is absent, as one that does not exist, and
 * takes as long: where it belongs is asked of the agencies before anything else, and nothing is denied by what was kept.
 */
export function createRecordRules({ records, engine }: RecordRulesOptions): RecordRules {
  const { schema } = engine
  const fields = schema.getQueryType()?.getFields() ?? {}
  const locators = new Map(
    Array.from(records.lookups, ([field, lookup]) => [field, createLocator({ field, lookup, engine })] as const),
  )

  function argumentsOf(node: FieldNode, variables: Variables): Readonly<Record<string, unknown>> {
    const field = fields[node.name.value]
    return field === undefined ? {} : getArgumentValues(field, node, variables)
  }

  return async function decide({ operation, variables, principal, context }) {
    const marks = new Map<string, Mark>()
    const sought = new Map<string, string>()
    const { coerced = {} } = getVariableValues(schema, operation.definition.variableDefinitions ?? [], variables)

    async function decideRoot(key: string, node: FieldNode): Promise<void> {
      const name = node.name.value
      const restrictions = records.lists.get(name)
      if (restrictions !== undefined && !mayList(principal, restrictions, argumentsOf(node, coerced)))
        marks.set(key, { kind: 'withheld', code: 'OUTSIDE_AREA', field: `Query.${name}` })
      const lookup = records.lookups.get(name)
      const locate = locators.get(name)
      if (lookup === undefined || locate === undefined) return
      const subject = String(argumentsOf(node, coerced)[lookup.argument])
      const verdict = await judge(subject, { principal, locate, context })
      if (verdict === 'allowed') sought.set(key, subject)
      else if (verdict === 'absent') marks.set(key, { kind: 'absent' })
      else marks.set(key, { kind: 'withheld', code: 'AGENCY_UNAVAILABLE', field: `Query.${name}` })
    }

    const roots = [...collectRootFields(operation.document)].flatMap(([key, [node]]) =>
      node === undefined || readMark(node) !== undefined ? [] : [decideRoot(key, node)],
    )
    await Promise.all(roots)
    return { marks, sought }
  }
}

type Verdict = 'allowed' | 'absent' | 'unknown'

interface Judging {
  readonly principal: Principal
  readonly locate: Locator
  readonly context: RequestContext
}

async function judge(subject: string, { principal, locate, context }: Judging): Promise<Verdict> {
  const reach = reachOf(principal)
  if (reach === 'all') return 'allowed'
  if (reach === 'own') return subject === principal.nik ? 'allowed' : 'absent'
  const known = await locate(subject, context)
  if (isServed(known, principal)) return 'allowed'
  const location = known.from === 'cache' ? await locate(subject, context, true) : known
  if (isServed(location, principal)) return 'allowed'
  return location.from === 'agencies' ? 'absent' : 'unknown'
}

function isServed({ area, office }: Location, principal: Principal): boolean {
  return (
    area.some((code) => isInside(code, principal.area)) ||
    (principal.office !== undefined && office.includes(principal.office))
  )
}
