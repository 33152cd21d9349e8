import type { Random } from './createRandom.ts'
import { drawFrom } from './drawFrom.ts'
import { names } from './names.ts'
import type { NameStock } from './regencies.ts'

/** A full name of one to four words, as the area and the sex have it. */
export function drawName(random: Random, stock: NameStock, sex: 'FEMALE' | 'MALE'): string {
  const baptismal = (): string => drawFrom(random, names.baptismal[sex])
  const clan = (): string => drawFrom(random, names.clans[stock])
  const form = random.weighted([
    ['MONONYM', 8],
    ['BAPTISMAL_CLAN', 50],
    ['TWO_BAPTISMAL_CLAN', 22],
    ['BAPTISMAL_TWO_CLANS', 15],
    ['FOUR_WORDS', 5],
  ])
  // East and west of Sumba, half the people carry the title of their line in front of their own name.
  const titled = stock === 'SUMBA' && random.chance(0.5)
  const first = titled ? names.titles[sex] : baptismal()
  switch (form) {
    case 'MONONYM':
      return random.chance(0.5) ? baptismal() : clan()
    case 'BAPTISMAL_CLAN':
      return joined(first, clan())
    case 'TWO_BAPTISMAL_CLAN':
      return joined(first, baptismal(), clan())
    case 'BAPTISMAL_TWO_CLANS':
      return joined(first, clan(), clan())
    case 'FOUR_WORDS':
      return joined(first, baptismal(), clan(), clan())
    default:
      return form satisfies never
  }
}

/** Nobody is called by the same word twice, so a name can come out a word shorter. */
function joined(...words: readonly string[]): string {
  return [...new Set(words)].join(' ')
}
