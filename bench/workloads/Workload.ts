import type { Shape } from './shapes.ts'

/** One line of load: so many clients that each ask again as soon as they are answered. */
export interface Workload {
  /** Such as `list50-16`, and `list50-16-slow` where agencies take their time. */
  readonly name: string
  readonly shape: Shape
  readonly clients: number
  /** Milliseconds that agencies take. */
  readonly delay: number
}
