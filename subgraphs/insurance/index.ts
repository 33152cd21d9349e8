import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** Social security (BPJS Ketenagakerjaan): memberships, the terms they cover and what was paid. */
export const insurance: Agency = {
  name: 'insurance',
  port: 4005,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
