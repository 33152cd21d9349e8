import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { varyName } from '../../../../../subgraphs/kit/population/varyName.ts'
import { compareNames } from '../../../../../subgraphs/placement/rules/compareNames.ts'

describe('names that are the same', () => {
  test.each([
    ['Maria Kaka Bili', 'MARIA KAKA BILI'],
    ['Maria  Kaka Bili ', 'maria kaka bili'],
    ['Yosé d’Ornay', "YOSE D'ORNAY"],
    ['Bili, Maria', 'BILI MARIA'],
    ['Anna-Maria Y. Bere', 'ANNA MARIA Y BERE'],
    ['Klau', 'KLAU'],
    ['O', 'o.'],
  ])('%s is %s', (one, other) => {
    expect(compareNames(one, other)).toBe('SAME')
  })
})

describe('names that vary, as clerks write them', () => {
  test.each([
    ['a space that is not there', 'Maria Kaka Bili', 'MARIAKAKA BILI'],
    ['a space that is there', 'Maria Kaka Bili', 'MARIA KA KA BILI'],
    ['words that change places', 'Maria Kaka Bili', 'BILI MARIA KAKA'],
    ['an initial', 'Maria Yosefina Bere', 'MARIA Y. BERE'],
    ['two initials', 'Maria Yosefina Bere', 'M.Y. BERE'],
    ['an initial and words run together', 'Fransiskus Kanisius Moan Lering', 'FRANSISKUS K. MOANLERING'],
    ['a letter mistyped', 'Yuliana Seran Nahak', 'YULIANA SERAN NAHAC'],
    ['a letter mistyped in a name of one word', 'Klau', 'KLAW'],
    ['one mistyped and words that change places', 'Yuliana Seran Nahak', 'NAHAK SERAN YULIANNA'],
    ['a middle name left out', 'Maria Yosefina Bere', 'MARIA BERE'],
    ['a name of one word, repeated', 'Klau', 'KLAU KLAU'],
    ['a name of one word, with its initial', 'Klau', 'Klau K.'],
    ["a name of one word, with a father's and a clan's", 'Klau', 'KLAU SERAN BRIA'],
    ["a name of one word, behind a father's", 'Klau', 'YOSEF KLAU'],
  ])('%s: %s and %s', (_what, one, other) => {
    expect(compareNames(one, other)).toBe('VARIES')
  })
})

describe('names that differ', () => {
  test.each([
    ['Maria Bere', 'MARIA SERAN'],
    ['Maria Kaka Bili', 'YULIANA SERAN NAHAK'],
    ['Klau', 'KLUB'],
    ['Klau', 'BRIA'],
    ['Klau', 'YOSEF SERAN BRIA KLAU'],
    ['Ana', 'INA'],
    ['Maria Bere', 'M. B.'],
    ['Klau', 'K.'],
    ['Bere', 'BERA SERAN'],
    ['Maria Yosefina Bere', 'MARIA MELANIA SERAN'],
    ['', ''],
    ['Maria', ''],
    ['...', '...'],
  ])('%s is not %s', (one, other) => {
    expect(compareNames(one, other)).toBe('DIFFERS')
  })
})

const words = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)
const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const anything = fc.oneof(names, fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[AB .]{0,12}$/))

describe('of any names', () => {
  test('it does not matter which one comes first', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(compareNames(one, other)).toBe(compareNames(other, one))
      }),
      { numRuns: 500 },
    )
  })

  test('it does not matter which one comes first, when one is made from the other', () => {
    const variants = fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }))
      .map(([parts, choices]) => ({
        name: parts.join(' '),
        variant: parts.map((part, place) => spoil(part, choices[place] ?? 0)).join(''),
      }))
    fc.assert(
      fc.property(variants, ({ name, variant }) => {
        expect(compareNames(name, variant)).toBe(compareNames(variant, name))
      }),
      { numRuns: 500 },
    )
  })

  test('a name is the same as itself, whatever the case, spaces and punctuation', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(compareNames(name, name)).toBe('SAME')
        expect(compareNames(name, ` ${name.toUpperCase().replaceAll(' ', ',  ')}. `)).toBe('SAME')
      }),
    )
  })

  test('what the seed does to a name is always accepted and looked at', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(compareNames(name, varyName(name))).toBe('VARIES')
      }),
    )
  })

  test('no order of the words makes a name another', () => {
    fc.assert(
      fc.property(
        fc
          .array(words, { minLength: 1, maxLength: 5 })
          .chain((parts) => fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length }))),
        ([parts, shuffled]) => {
          expect(compareNames(parts.join(' '), shuffled.join(' '))).not.toBe('DIFFERS')
        },
      ),
    )
  })

  test('a name of one word is found in a longer one of up to three words, in any place', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 2 }), fc.nat(2), (name, added, place) => {
        const longer = added.toSpliced(place, 0, name).join(' ')
        expect(compareNames(name, longer)).toBe('VARIES')
      }),
    )
  })
})

/** What may happen to one word: nothing, a space or none behind it, an initial, a letter lost or changed, the word left out. */
function spoil(word: string, choice: number): string {
  const ways = [`${word} `, word, `${word.slice(0, 1)}. `, `${word.slice(1)} `, `${word.slice(0, -1)}X `, '']
  return ways[choice] ?? `${word} `
}
