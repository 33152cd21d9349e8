import { setTimeout as pause } from 'node:timers/promises'
import { getArgumentValues } from 'graphql'
import type { FieldNode } from 'graphql'
import type { ErrorCode } from '../../platform/errors.ts'
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
  /** As their types take them, with defaults. */
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
 * takes as long: where it belongs is asked of the agencies before anything else, and nothing is decided by what was kept.
 */
export function createRecordRules({ records, engine }: RecordRulesOptions): RecordRules {
  const { schema } = engine
  const fields = schema.getQueryType()?.getFields() ?? {}
  const locators = new Map(
    Array.from(records.lookups, ([field, lookup]) => [field, createLocator({ field, lookup, engine })] as const),
  )

  /** Undefined where they are none: a variable may be null where its default must not be. */
  function argumentsOf(node: FieldNode, variables: Variables): Readonly<Record<string, unknown>> | undefined {
    const field = fields[node.name.value]
    try {
      return field === undefined ? {} : getArgumentValues(field, node, variables)
    } catch {
      return undefined
    }
  }

  return async function decide({ operation, variables, principal, context }) {
    const marks = new Map<string, Mark>()
    const sought = new Map<string, string>()
    const root = schema.getRootType(operation.definition.operation)

    async function decideRoot(key: string, node: FieldNode): Promise<void> {
      const name = node.name.value
      const field = `${root?.name}.${name}`
      const withhold = (code: ErrorCode): void => void marks.set(key, { kind: 'withheld', code, field })
      if (records.unguarded.has(field) && reachOf(principal) !== 'all') return withhold('OUTSIDE_AREA')
      const restrictions = records.lists.get(name)
      const lookup = records.lookups.get(name)
      const locate = locators.get(name)
      if (root !== schema.getQueryType() || (restrictions === undefined && lookup === undefined)) return undefined
      const given = argumentsOf(node, variables)
      if (given === undefined) return withhold('BAD_USER_INPUT')
      if (restrictions !== undefined && !mayList(principal, restrictions, given)) return withhold('OUTSIDE_AREA')
      if (lookup === undefined || locate === undefined) return undefined
      const subject = String(given[lookup.argument])
      const verdict = await judge(subject, { principal, locate, context })
      if (verdict === 'unknown') return withhold('AGENCY_UNAVAILABLE')
      if (verdict === 'allowed') sought.set(key, subject)
      else marks.set(key, { kind: 'absent' })
      return undefined
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
  const begun = performance.now()
  const location = await locate(subject, context)
  if (isServed(location, principal)) return 'allowed'
  await evenOut(begun, context)
  return location.hasGaps ? 'unknown' : 'absent'
}

/** Milliseconds of which a denial takes one or several: what an agency takes longer for somebody whom it knows is not seen. */
const step = 50

async function evenOut(begun: number, { deadline: { signal } }: RequestContext): Promise<void> {
  const rest = step - ((performance.now() - begun) % step)
  // Who has left, or has no time, waits for nothing.
  await pause(rest, undefined, { signal }).catch(() => undefined)
}

function isServed({ area, office }: Location, principal: Principal): boolean {
  return (
    area.some((code) => isInside(code, principal.area)) ||
    (principal.office !== undefined && office.includes(principal.office))
  )
}
