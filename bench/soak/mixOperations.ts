import { numberOfNik } from '../data/numberOfNik.ts'
import type { Operation } from '../load/Operation.ts'

/** Many operations as one: which of them is asked depends on the NIK alone, and people follow upon each other. */
export function mixOperations(operations: readonly Operation[]): Operation {
  function chosen([nik = '']: readonly string[]): Operation {
    const operation = operations[numberOfNik(nik) % operations.length]
    if (operation === undefined) throw new Error('There is nothing to ask.')
    return operation
  }
  return {
    body: (niks) => chosen(niks).body(niks),
    data: (niks) => chosen(niks).data(niks),
  }
}
