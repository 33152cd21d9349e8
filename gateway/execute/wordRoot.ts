import type { Wording } from './Wording.ts'

/** The wording of a fetch of root fields, which are one part. */
export function wordRoot(query: string): Wording {
  return {
    write: ([part], variables) => ({ query, variables: { ...variables, ...part } }),
    partsOf: (data) => [data],
    ownerOf: (place) => ({ index: 0, place }),
  }
}
