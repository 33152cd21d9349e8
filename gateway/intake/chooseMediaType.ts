import type { MediaType } from './MediaType.ts'

const offered: readonly MediaType[] = ['application/json', 'application/graphql-response+json']

/** With or without quotes, and as it is often misspelt. */
const utf8 = /^charset=("utf-?8"|utf-?8)$/

interface Wish {
  readonly range: string
  readonly quality: number
}

/**
 * The media type that an Accept header wants most (RFC 9110, section 12.5.1): `application/json` without one or where both
 * are as welcome, null where neither is. Answers are in UTF-8; a wish for another charset is no wish for them.
 */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept.trim() === '') return 'application/json'
  const wishes = accept.split(',').flatMap(readWish)
  const welcome = offered
    .map((type) => ({ type, quality: qualityOf(type, wishes) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  return welcome[0]?.type ?? null
}

function readWish(text: string): readonly Wish[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset !== undefined && !utf8.test(charset)) return []
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return [{ range, quality: quality >= 0 && quality <= 1 ? quality : 0 }]
}

/** The most specific range that matches decides. */
function qualityOf(type: MediaType, wishes: readonly Wish[]): number {
  for (const range of [type, 'application/*', '*/*']) {
    const wish = wishes.find((candidate) => candidate.range === range)
    if (wish !== undefined) return wish.quality
  }
  return 0
}
