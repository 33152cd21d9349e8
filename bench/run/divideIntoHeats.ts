import type { Target } from '../report/Target.ts'
import type { System } from '../systems/System.ts'

/**
 * Divides systems into heats, of which the members take turns with one another alone: those that targets compare, directly or by way
 * of a third, and one of all others. What is compared has hardly rested so: a process in which V8 rested for minutes takes up to
 * twice the CPU for a while (README.md, last run).
 */
export function divideIntoHeats(
  systems: readonly System[],
  targets: readonly Target[],
): readonly (readonly System[])[] {
  let compared: readonly (readonly string[])[] = []
  for (const { ours, other } of targets) {
    const pair = [ours.system, other.system]
    const joined = compared.filter((heat) => pair.some((name) => heat.includes(name)))
    compared = [...compared.filter((heat) => !joined.includes(heat)), [...joined.flat(), ...pair]]
  }
  const others = systems.map(({ name }) => name).filter((name) => !compared.flat().includes(name))
  return [...compared, others]
    .map((heat) => systems.filter(({ name }) => heat.includes(name)))
    .filter((heat) => heat.length > 0)
}
