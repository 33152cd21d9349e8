import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** Migrant-worker protection (BP2MI with Disnaker): placements, their agencies and offices, and readiness to leave. */
export const placement: Agency = {
  name: 'placement',
  port: 4006,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
