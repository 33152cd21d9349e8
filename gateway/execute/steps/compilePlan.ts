import type { PlanNode } from '../PlanNode.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Step } from './Step.ts'
import { compileEntityFetch } from './compileEntityFetch.ts'
import { compileLookup } from './compileLookup.ts'
import { compileRootFetch } from './compileRootFetch.ts'
import { createSharedNamers } from './createSharedNamers.ts'

/** Compiles a plan, once for all its runs. */
export function compilePlan(node: PlanNode, options: CompileOptions): Step {
  switch (node.kind) {
    case 'sequence': {
      const steps = node.nodes.map((inner) => compilePlan(inner, options))
      return async function runInOrder(run) {
        for (const step of steps) await step(run)
      }
    }
    case 'parallel': {
      const steps = compileTogether(node.nodes, options)
      return async function runTogether(run) {
        await Promise.all(steps.map((step) => step(run)))
      }
    }
    case 'lookup':
      return compileLookup(
        node.seeds.map((seed) => ({ ...seed, steps: compileTogether(seed.others, options) })),
        options,
      )
    case 'fetch':
      return node.requires === null ? compileRootFetch(node, options) : compileEntityFetch(node, options)
    default:
      return node satisfies never
  }
}

/** Compiles what begins at the same time. What stands deeper inside begins later, when the data may be another. */
function compileTogether(nodes: readonly PlanNode[], options: CompileOptions): readonly Step[] {
  const namerOf = createSharedNamers()
  return nodes.map((inner) => compilePlan(inner, inner.kind === 'fetch' ? { ...options, namerOf } : options))
}
