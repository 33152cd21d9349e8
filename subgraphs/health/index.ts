import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** Health (Dinas Kesehatan and clinics): what examinations concluded and until when; a diagnosis is not even on record. */
export const health: Agency = {
  name: 'health',
  port: 4004,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
