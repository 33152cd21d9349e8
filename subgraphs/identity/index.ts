import type { Agency } from '../kit/Agency.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { openSource } from './source.ts'

/** The civil registry (Disdukcapil): who a person is, and the regions that every agency refers to. */
export const identity: Agency = {
  name: 'identity',
  port: 4001,
  folder: import.meta.dirname,
  resolvers,
  openSource,
  seed,
}
