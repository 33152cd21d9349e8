import type { Target } from './Target.ts'

/** A figure of one system against that of another under one workload. */
function compare(
  [ours, other]: readonly [string, string],
  { workload, figure, ...rest }: Pick<Target, 'title' | 'bound'> & Omit<Target['ours'], 'system' | 'per'>,
): Target {
  return { ...rest, ours: { system: ours, workload, figure }, other: { system: other, workload, figure } }
}

const one16 = {
  title: 'one applicant, 16 clients: requests/s',
  workload: 'one-16',
  figure: 'requestsPerSecond',
} as const
const one64 = {
  title: 'one applicant, 64 clients: requests/s',
  workload: 'one-64',
  figure: 'requestsPerSecond',
} as const
const list50 = { title: 'list of 50: requests/s', workload: 'list50-16', figure: 'requestsPerSecond' } as const
const guarded = { ...one16, title: 'one applicant, with the ledger, against without: requests/s' } as const
const cached = { ...one16, title: 'one applicant, cached in Redis: requests/s' } as const
// An agency has a database and a network between, so that these are nearer to what a ledger and a cache are for.
const slow = (title: string) => ({ title: `${title}, agencies that take 20 ms`, workload: 'one-16-slow' }) as const

/** What the engine and its cache are to reach, as ratios in one run. */
export const targets: readonly Target[] = [
  compare(['ours-cold', 'apollo-stock'], { ...one16, bound: { atLeast: 8 } }),
  compare(['ours-cold', 'fan-out'], { ...one16, bound: { atLeast: 1 } }),
  compare(['ours-cold', 'grafbase'], { ...one16, bound: { atLeast: 2 } }),
  compare(['ours-cold', 'grafbase'], { ...one64, bound: { atLeast: 1 } }),
  compare(['ours-cold', 'grafbase'], {
    title: 'one applicant, 64 clients: CPU',
    workload: 'one-64',
    figure: 'cpu',
    bound: { atMost: 0.8 },
  }),
  compare(['ours-cold', 'apollo-stock'], { ...list50, bound: { atLeast: 3.5 } }),
  compare(['ours-cold', 'fan-out'], {
    title: 'list of 50: CPU',
    workload: 'list50-16',
    figure: 'cpu',
    bound: { atMost: 1.3 },
  }),
  compare(['ours-ledger', 'ours-guarded'], { ...guarded, bound: { atLeast: 0.85 } }),
  compare(['ours-ledger', 'ours-guarded'], { ...guarded, ...slow(guarded.title), bound: { atLeast: 0.85 } }),
  compare(['ours-redis-warm', 'ours-cold'], { ...cached, bound: { atLeast: 2 } }),
  compare(['ours-redis-warm', 'ours-cold'], { ...cached, ...slow(cached.title), bound: { atLeast: 2 } }),
  compare(['ours-redis-warm', 'bare-mget'], {
    title: 'one applicant, cached in Redis: CPU',
    workload: 'one-16',
    figure: 'cpu',
    bound: { atMost: 3 },
  }),
  {
    // "Does not grow", as far as two measurements can be told apart.
    title: 'list of 500 against list of 50: CPU per applicant',
    ours: { system: 'ours-cold', workload: 'list500-16', figure: 'cpu', per: 500 },
    other: { system: 'ours-cold', workload: 'list50-16', figure: 'cpu', per: 50 },
    bound: { atMost: 1.05 },
  },
  compare(['ours-cold', 'fan-out'], {
    title: 'one client at a time: p50',
    workload: 'one-1',
    figure: 'p50',
    bound: { atMost: 1.2 },
  }),
  compare(['ours-cold', 'fan-out'], {
    title: 'one client, agencies that take 20 ms: p50',
    workload: 'one-1-slow',
    figure: 'p50',
    bound: { atMost: 0.7 },
  }),
]
