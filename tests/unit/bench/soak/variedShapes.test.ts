import { describe, expect, it } from '@jest/globals'
import { nikOf } from '../../../../bench/data/nikOf.ts'
import { readApi } from '../../../../bench/data/readApi.ts'
import { openOperation } from '../../../../bench/load/openOperation.ts'
import { mixOperations } from '../../../../bench/soak/mixOperations.ts'
import { variedShapes } from '../../../../bench/soak/variedShapes.ts'

describe('the operations of a soak', () => {
  it('are all different, fit the API, and are asked in turn, each with its own answer', () => {
    const api = readApi()
    const operations = variedShapes().map((shape) => openOperation(shape, api))
    const mixed = mixOperations(operations)
    const people = Array.from({ length: operations.length }, (_person, index) => [nikOf(index)])
    const texts = people.map((niks) => (JSON.parse(mixed.body(niks)) as { readonly query: string }).query)
    expect(new Set(texts).size).toBe(253)
    for (const [index, niks] of people.entries()) expect(mixed.data(niks)).toBe(operations[index]?.data(niks))
    // Those with the NIK in the text are others for every person.
    expect(texts.filter((text) => /\d{16}/.test(text))).toHaveLength(63)
  })
})
