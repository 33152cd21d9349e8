import { parseArgs } from 'node:util'
import type { System } from './systems/System.ts'
import { systems } from './systems/index.ts'
import type { Workload } from './workloads/Workload.ts'
import { workloads } from './workloads/workloads.ts'

/** What a run of the benchmark is told. */
export interface Options {
  readonly systems: readonly System[]
  readonly workloads: readonly Workload[]
  /** How long each system is measured under each workload, all its turns together. */
  readonly seconds: number
  /**
   * Milliseconds before the first turn, and before each later one, that are not measured. Others have their turns meanwhile, and
   * code that rested is compiled again.
   */
  readonly warmUp: { readonly first: number; readonly later: number }
  /** A file for the figures. */
  readonly json: string | undefined
}

/** The workloads that the targets are about. */
const quickWorkloads = ['one-1', 'one-16', 'one-64', 'one-1-slow', 'one-16-slow', 'list50-16', 'list500-16']

const usage = `
  --quick            what the targets need, in less than three minutes
  --systems a,b      only these systems
  --workloads a,b    only these workloads
  --seconds N        how long each system is measured under each workload
  --json FILE        writes the figures`

/** Reads the arguments of `npm run bench`. Throws an error that says what is allowed. */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args)
  const { quick, json } = values
  const seconds = values.seconds === undefined ? (quick ? 1 : 6) : readSeconds(values.seconds)
  return {
    systems: choose('systems', values.systems, {
      all: systems,
      usual: systems.filter((system) => !quick || system.quick),
    }),
    workloads: choose('workloads', values.workloads, {
      all: workloads,
      usual: workloads.filter(({ name }) => !quick || quickWorkloads.includes(name)),
    }),
    seconds,
    warmUp: quick ? { first: 500, later: 100 } : { first: 1000, later: 500 },
    json,
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        systems: { type: 'string' },
        workloads: { type: 'string' },
        seconds: { type: 'string' },
        json: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nAllowed are:${usage}`, { cause: error })
  }
}

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 600)) throw new Error('--seconds is no number above 0 and up to 600.')
  return seconds
}

interface Choice<Named> {
  readonly all: readonly Named[]
  /** What is taken when nothing is named. */
  readonly usual: readonly Named[]
}

/** Those that are named, in the order of all. */
function choose<Named extends { readonly name: string }>(
  flag: string,
  named: string | undefined,
  { all, usual }: Choice<Named>,
): readonly Named[] {
  if (named === undefined) return usual
  const names = named.split(',').map((name) => name.trim())
  const known = all.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`--${flag} knows no ${unknown.join(', ')}. Allowed are ${known.join(', ')}.`)
  return all.filter(({ name }) => names.includes(name))
}
