import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileTemplate } from '../../../../bench/data/compileTemplate.ts'
import { laterNik } from '../../../../bench/data/laterNik.ts'
import { nikOf } from '../../../../bench/data/nikOf.ts'
import { standIn } from '../../../../bench/data/standIn.ts'

const anyPart = fc.oneof(
  fc.string(),
  fc.record({ index: fc.integer({ min: 0, max: 2 }), steps: fc.integer({ min: 0, max: 3 }) }),
)

describe('a template', () => {
  it('is its text with NIKs in the place of stand-ins', () => {
    const niks = [nikOf(10), nikOf(500), nikOf(123_456)]
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        const text = parts
          .map((part) => (typeof part === 'string' ? part : standIn.of(part.index, part.steps)))
          .join('')
        const filled = parts.map((part) =>
          typeof part === 'string' ? part : laterNik(niks[part.index] ?? '', part.steps),
        )
        expect(compileTemplate(text)(niks)).toBe(filled.join(''))
      }),
    )
  })

  it('counts on from the NIK that is given', () => {
    expect(compileTemplate(`${standIn.of(0)} ${standIn.of(0, 2)}`)([nikOf(7)])).toBe(`${nikOf(7)} ${nikOf(9)}`)
    expect(laterNik(standIn.of(1, 2), 3)).toBe(standIn.of(1, 5))
  })
})
