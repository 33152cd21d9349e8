import type { Rights } from '../../schema/access/Rights.ts'
import type { Purpose } from '../../schema/access/purposes.ts'
import type { Asker } from '../context.ts'
import type { Principal } from './Principal.ts'

/** Who asks, and why. */
export interface Caller {
  readonly principal: Principal
  readonly purpose: Purpose
  readonly rights: Rights
  /** What agencies are told of it. */
  readonly asker: Asker
}
