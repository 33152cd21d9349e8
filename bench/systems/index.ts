import type { System } from './System.ts'
import { startBareMget } from './startBareMget.ts'
import { startFanOut } from './startFanOut.ts'
import { startGrafbase } from './startGrafbase.ts'
import { startHive } from './startHive.ts'
import { startOurs } from './startOurs.ts'
import { startStockApollo } from './startStockApollo.ts'
import { withRedis } from './withRedis.ts'

/** Nobody passes without a token, and the one client of the benchmark may ask as much as it can. */
const guarded = {
  CACHE: 'off',
  ACCESS: 'enforced',
  CLIENT_RATE: '1000000',
  CLIENT_BURST: '1000000',
  CLIENT_APPLICANTS_PER_DAY: '100000000',
}

/** All that are measured, in the order in which they take their turns. */
export const systems: readonly System[] = [
  ours('ours-cold', { title: 'ours, no cache', asks: 'new', quick: true, variables: { CACHE: 'off' } }),
  ours('ours-memory-cold', {
    title: 'ours, cache in memory, nothing in it',
    asks: 'new',
    quick: false,
    variables: { CACHE: 'memory' },
  }),
  ours('ours-memory-warm', {
    title: 'ours, all in the cache in memory',
    asks: 'known',
    quick: false,
    variables: { CACHE: 'memory' },
  }),
  ours('ours-guarded', {
    title: 'ours, no cache, with tokens, rules and limits',
    asks: 'new',
    quick: true,
    variables: { ...guarded, LEDGER: 'off' },
  }),
  ours('ours-ledger', {
    title: 'the same, with the ledger',
    asks: 'new',
    quick: true,
    variables: { ...guarded, LEDGER: 'on' },
  }),
  oursInRedis('ours-redis-cold', { title: 'ours, cache in Redis, nothing in it', asks: 'new', quick: false }),
  oursInRedis('ours-redis-warm', { title: 'ours, all in Redis', asks: 'known', quick: true }),
  ours('ours-apollo', {
    title: "ours with Apollo's engine, no cache",
    asks: 'new',
    quick: true,
    variables: { CACHE: 'off', ENGINE: 'apollo' },
  }),
  { name: 'apollo-stock', title: '@apollo/gateway as documented', asks: 'new', quick: true, start: startStockApollo },
  { name: 'hive', title: '@graphql-hive/gateway', asks: 'new', quick: true, start: startHive },
  { name: 'grafbase', title: 'Grafbase (Rust, several threads)', asks: 'new', quick: true, start: startGrafbase },
  { name: 'fan-out', title: 'written by hand for these queries', asks: 'new', quick: true, start: startFanOut },
  {
    name: 'bare-mget',
    title: 'six values from one Redis MGET',
    asks: 'known',
    quick: true,
    answers: ['one'],
    start: startBareMget,
  },
]

type About = Pick<System, 'title' | 'asks' | 'quick'>

function ours(name: string, about: About & { readonly variables: Readonly<Record<string, string>> }): System {
  const { variables, ...rest } = about
  return { name, ...rest, start: (world) => startOurs(name, variables, world) }
}

function oursInRedis(name: string, about: About): System {
  return {
    name,
    ...about,
    start: (world) => withRedis(world, ({ url }) => startOurs(name, { CACHE: 'redis', REDIS_URL: url }, world)),
  }
}
