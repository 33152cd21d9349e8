import { health } from './health/index.ts'
import { identity } from './identity/index.ts'
import { insurance } from './insurance/index.ts'
import type { Agency } from './kit/Agency.ts'
import { passport } from './passport/index.ts'
import { placement } from './placement/index.ts'
import { policeClearance } from './police-clearance/index.ts'

/** The roster: the six agencies, in the order of their ports. Nothing else names them all. */
export const agencies: readonly Agency[] = [identity, passport, policeClearance, health, insurance, placement]
