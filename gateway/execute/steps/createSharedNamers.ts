import type { FetchPlan } from '../PlanNode.ts'
import type { Run } from './Step.ts'
import { createNamer } from './createNamer.ts'
import type { Named, Namer } from './createNamer.ts'

/** Gives each fetch its namer. */
export type NamerOf = typeof createNamer

/**
 * Gives namers to fetches that begin in one turn, before any of them is answered: those that name the same in the same way
 * do it once. Naming 50 applicants anew for each of five agencies took 8 % of the CPU of a list (`npm run bench`).
 */
export function createSharedNamers(): NamerOf {
  const namers = new Map<string, Namer>()

  return function namerOf(plan, supergraph) {
    const way = wayOf(plan)
    const namer = namers.get(way) ?? oncePerTurn(createNamer(plan, supergraph))
    namers.set(way, namer)
    return namer
  }
}

function wayOf({ path, requires, inputRewrites, contextual }: FetchPlan): string {
  return JSON.stringify([path, requires, inputRewrites, contextual])
}

function oncePerTurn(name: Namer): Namer {
  let last: { readonly run: Run; readonly named: readonly Named[] } | undefined
  function forget(): void {
    last = undefined
  }
  return function nameOnce(run) {
    if (last?.run === run) return last.named
    last = { run, named: name(run) }
    queueMicrotask(forget)
    return last.named
  }
}
