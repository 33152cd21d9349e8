import { setTimeout as pause } from 'node:timers/promises'
import { createDeadline } from '../../platform/createDeadline.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import type { RequestContext } from '../context.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import type { Mark } from '../execute/Mark.ts'
import type { Variables } from '../execute/Variables.ts'
import type { Engine } from '../plan/Engine.ts'
import type { Principal } from './Principal.ts'
import type { RecordTypes } from './RecordTypes.ts'
import { createLocator } from './createLocator.ts'
import type { Location, Locator } from './createLocator.ts'
import { isInside } from './isInside.ts'
import { mayList } from './mayList.ts'
import { reachOf } from './reachOf.ts'
import { readRuledRoots } from './readRuledRoots.ts'
import type { RuledRoot } from './readRuledRoots.ts'

/** What was decided about the root fields of a request, by their response keys. */
export interface RootDecisions {
  /** Of those that are not to be asked for. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Whose record each of the others looks up. */
  readonly sought: ReadonlyMap<string, string>
  /** Whose records are looked up by somebody who may not see them, whether there are any or not. */
  readonly denied: ReadonlySet<string>
  /** Those that are lists, of which nobody knows beforehand who is in them. */
  readonly lists: ReadonlySet<string>
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
  const locators = new Map(
    Array.from(records.lookups, ([field, lookup]) => [field, createLocator({ field, lookup, engine })] as const),
  )
  const { schema } = engine
  const rootsOf = oncePerObject((operation: ValidOperation) => readRuledRoots(operation, { schema, records }))

  return async function decide({ operation, variables, principal, context }) {
    const marks = new Map<string, Mark>()
    const sought = new Map<string, string>()
    const denied = new Set<string>()
    const lists = new Set<string>()

    async function decideRoot(root: RuledRoot): Promise<void> {
      const { key, name, coordinate, restrictions, lookup } = root
      const withhold = (code: ErrorCode, by: { readonly agency?: string } = {}): void =>
        void marks.set(key, { kind: 'withheld', code, field: coordinate, ...by })
      if (root.isUnguarded) return reachOf(principal) === 'all' ? undefined : withhold('OUTSIDE_AREA')
      const given = root.readArguments(variables)
      if (given === undefined) return withhold('BAD_USER_INPUT')
      if (restrictions !== undefined && !mayList(principal, restrictions, given)) return withhold('OUTSIDE_AREA')
      if (restrictions !== undefined) lists.add(key)
      const locate = locators.get(name)
      if (lookup === undefined || locate === undefined) return undefined
      const dataSubject = String(given[lookup.argument])
      const verdict = await judge(dataSubject, { principal, locate, context })
      if (verdict === 'allowed') return void sought.set(key, dataSubject)
      if (verdict !== 'absent')
        return withhold('AGENCY_UNAVAILABLE', verdict.silent === undefined ? {} : { agency: verdict.silent })
      denied.add(dataSubject)
      return void marks.set(key, { kind: 'absent' })
    }

    await Promise.all(rootsOf(operation).map(decideRoot))
    return { marks, sought, denied, lists }
  }
}

/** Where it is not known whether a record may be seen, with the agency that did not say. */
type Verdict = 'allowed' | 'absent' | Pick<Location, 'silent'>

interface Judging {
  readonly principal: Principal
  readonly locate: Locator
  readonly context: RequestContext
}

async function judge(dataSubject: string, { principal, locate, context }: Judging): Promise<Verdict> {
  const reach = reachOf(principal)
  if (reach === 'all') return 'allowed'
  if (reach === 'own') return dataSubject === principal.nik ? 'allowed' : 'absent'
  const begun = performance.now()
  const location = await locateInSteps(dataSubject, { locate, context })
  if (isServed(location, principal)) return 'allowed'
  await evenOut(begun, context)
  return location.hasGaps ? { silent: location.silent } : 'absent'
}

/**
 * Milliseconds. Denials leave at multiples of this, so that their time does not tell whether an agency knew the person: more than
 * agencies take unless they are in trouble, since what ends near a multiple may leave at either of two.
 */
const step = 250

/** Milliseconds of which agencies get whole ones of a deadline. What the gateway keeps of it to answer in is a multiple as well. */
const deadlineStep = 50

/** Milliseconds before its deadline at which a denial leaves at the latest, of whomever. */
const timeToLeave = 50

/** What is known where there is no time to ask. */
const nowhere: Location = { area: [], office: [], hasGaps: true }

/** A client that chose its deadline to the millisecond could have it fall between the answers about the known and the unknown. */
async function locateInSteps(dataSubject: string, { locate, context }: Omit<Judging, 'principal'>): Promise<Location> {
  const { signal, remaining } = context.deadline
  const milliseconds = Math.floor(remaining() / deadlineStep) * deadlineStep
  if (milliseconds === 0) return nowhere
  const deadline = createDeadline({ milliseconds, left: signal })
  try {
    return await locate(dataSubject, { ...context, deadline })
  } finally {
    deadline.end()
  }
}

async function evenOut(begun: number, { deadline: { signal, remaining } }: RequestContext): Promise<void> {
  const rest = Math.min(step - ((performance.now() - begun) % step), Math.max(0, remaining() - timeToLeave))
  // Who has left, or has no time, waits for nothing.
  await pause(rest, undefined, { signal }).catch(() => undefined)
}

function isServed({ area, office }: Location, principal: Principal): boolean {
  return (
    area.some((code) => isInside(code, principal.area)) ||
    (principal.office !== undefined && office.includes(principal.office))
  )
}
