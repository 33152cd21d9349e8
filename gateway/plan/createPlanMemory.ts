import { LRUCache } from 'lru-cache'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import type { Executable } from '../execute/createExecutable.ts'
import type { FieldRoom } from '../execute/shape/createFieldRoom.ts'
import type { PlannedOperation } from './Engine.ts'
import type { RolloutWay } from './createRollout.ts'

/** A compiled plan with what tells its weight. */
export interface CompiledPlan {
  readonly executable: Executable
  readonly operation: PlannedOperation
  /** What it takes before it has met any type. */
  readonly bytes: number
  readonly room: Pick<FieldRoom, 'taken'>
}

/** The plans of an engine. Nobody else keeps one for longer than a request, so that one which made way is gone. */
export interface PlanMemory {
  /** What names the plan of an operation: where fields are on their way, there is one for each way. */
  readonly keyOf: (operation: PlannedOperation, way: RolloutWay) => string
  /** The plan to run; it counts as used. */
  readonly find: (key: string) => Executable | undefined
  readonly has: (key: string) => boolean
  readonly keep: (key: string, plan: CompiledPlan) => void
  /** What there are plans for, the latest used first. */
  readonly operations: () => readonly PlannedOperation[]
}

interface WeighedPlan extends CompiledPlan {
  /** Fields that it remembered when it was weighed. */
  readonly fields: number
}

/** What a field takes that a plan remembers, with what shows it. */
const bytesOfField = 400

/** Makes the memory of plans, which may take so many bytes together; the one unused for longest makes way. */
export function createPlanMemory(most: number): PlanMemory {
  const plans = new LRUCache<string, WeighedPlan>({ maxSize: most })
  // Made once: a text can be long.
  const keysOf = oncePerObject((way: RolloutWay) =>
    oncePerObject(({ text }: PlannedOperation) => [...way.labels, text].join('\n')),
  )

  function keep(key: string, plan: CompiledPlan): void {
    const fields = plan.room.taken()
    // One that weighs more than all may is kept alone: it would be planned anew for each request.
    const size = Math.min(plan.bytes + bytesOfField * fields, most)
    plans.set(key, { ...plan, fields }, { size })
  }

  return {
    keyOf: (operation, way) => keysOf(way)(operation),
    find(key) {
      const plan = plans.get(key)
      if (plan === undefined) return undefined
      // It grows with the types that its answers are of.
      if (plan.room.taken() !== plan.fields) keep(key, plan)
      return plan.executable
    },
    has: (key) => plans.has(key),
    keep,
    operations: () => Array.from(plans.values(), ({ operation }) => operation),
  }
}
