import { isRecord } from '../../../platform/isRecord.ts'
import type { Wording } from './Wording.ts'

/** The wording of a fetch of root fields, which are one part. */
export function wordRoot(query: string): Wording {
  return {
    write: ([part], variables) => ({ query, variables: { ...variables, ...part } }),
    read(cursor, [part = {}], { readerOf }) {
      const data = cursor.take('{"data":') ? readerOf(part)?.(cursor) : undefined
      return isRecord(data) && cursor.take('}') && cursor.isAtEnd() ? data : undefined
    },
    partsOf: (data) => [data],
    ownerOf: (place) => ({ index: 0, place }),
  }
}
