import type { Workload } from './Workload.ts'
import { shapes } from './shapes.ts'

/** All workloads, small answers before large ones, so that what a process has grown to is its own doing. */
export const workloads: readonly Workload[] = Object.values(shapes).flatMap((shape) =>
  [0, 20].flatMap((delay) =>
    [1, 16, 64].map((clients): Workload => {
      const name = `${shape.name}-${clients}${delay === 0 ? '' : '-slow'}`
      return { name, shape, clients, delay }
    }),
  ),
)
