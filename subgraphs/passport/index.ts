import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** Immigration (Ditjen Imigrasi): passports, applications for them, and departures at the border. */
export const passport: Agency = {
  name: 'passport',
  port: 4002,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
