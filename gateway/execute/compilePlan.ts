import type { PlanNode } from './PlanNode.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Step } from './Step.ts'
import { compileEntityFetch } from './compileEntityFetch.ts'
import { compileLookup } from './compileLookup.ts'
import { compileRootFetch } from './compileRootFetch.ts'

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
      const steps = node.nodes.map((inner) => compilePlan(inner, options))
      return async function runTogether(run) {
        await Promise.all(steps.map((step) => step(run)))
      }
    }
    case 'lookup':
      return compileLookup(node.seeds, { ...options, others: node.others.map((inner) => compilePlan(inner, options)) })
    case 'fetch':
      return node.requires === null ? compileRootFetch(node, options) : compileEntityFetch(node, options)
    default:
      return node satisfies never
  }
}
