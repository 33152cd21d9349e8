import { nikOf } from '../data/nikOf.ts'
import type { System } from '../systems/System.ts'
import type { Shape } from '../workloads/shapes.ts'

/** Where the persons of a whole benchmark come from. */
export interface Niks {
  /** The NIKs that known requests of a shape ask for, each once. */
  readonly known: (shape: Shape) => readonly string[]
  /** Makes what gives the NIK of each next request: of persons never asked for before, or of known ones in turn. */
  readonly sequence: (shape: Shape, asks: System['asks']) => () => string
}

/** Few enough to be kept by every cache whole, and more than all clients ask for at a time. */
const knownApplicants = 200

/** Makes a source of persons. */
export function createNiks(): Niks {
  let unused = 1_000_000

  function known({ applicants }: Shape): readonly string[] {
    const requests = Math.max(1, Math.floor(knownApplicants / applicants))
    return Array.from({ length: requests }, (_request, index) => nikOf(index * applicants))
  }
  return {
    known,
    sequence(shape, asks) {
      const niks = known(shape)
      let asked = 0
      if (asks === 'known') return () => niks[asked++ % niks.length] ?? nikOf(0)
      return () => {
        // A page begins after the person that it is asked for with.
        const next = unused
        unused += 1 + shape.applicants
        return nikOf(next)
      }
    },
  }
}
