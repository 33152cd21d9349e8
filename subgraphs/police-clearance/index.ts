import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** The police (Polri): clearances (SKCK), that they exist and until when. */
export const policeClearance: Agency = {
  name: 'police-clearance',
  port: 4003,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
