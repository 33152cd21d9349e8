import type { LeafShape, ListShape, ObjectShape, ValueShape } from '../shape/Selection.ts'

/**
 * Where a value ends that begins at a place of a JSON text; -1 where it is not to the letter what was selected, written without
 * white space. The text has no backslash and no control character in it.
 */
export type Skim = (text: string, at: number) => number

/** Compiles a skim. It makes nothing of what it passes, and looks for the end of a text with the means of the engine. */
export function compileSkim(shape: ValueShape): Skim {
  switch (shape.kind) {
    case 'leaf':
      return skimLeaf(shape)
    case 'list':
      return skimList(shape)
    case 'object':
      return skimObject(shape)
    default:
      return shape satisfies never
  }
}

const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const zero = 0x30
const nine = 0x39
const openBracket = 0x5b
const closeBracket = 0x5d
const letterF = 0x66
const letterN = 0x6e
const letterT = 0x74
const openBrace = 0x7b
const closeBrace = 0x7d

/** Digits of a whole number that no Float rounds. */
const mostDigits = 15

function skimLeaf({ nullable, accepts, acceptsTexts, names }: LeafShape): Skim {
  const words = names?.map((name) => JSON.stringify(name))
  return function skim(text, at) {
    const first = text.charCodeAt(at)
    if (first === quote && words !== undefined) return skimOneOf(text, at, words)
    if (first === quote) return acceptsTexts ? text.indexOf('"', at + 1) + 1 || -1 : -1
    if (first === letterN) return nullable ? skimWord(text, at, 'null') : -1
    if (first === minus || (first >= zero && first <= nine)) return skimNumber(text, at, accepts)
    if (first === letterT) return accepts(true) ? skimWord(text, at, 'true') : -1
    return first === letterF && accepts(false) ? skimWord(text, at, 'false') : -1
  }
}

function skimOneOf(text: string, at: number, words: readonly string[]): number {
  for (const word of words) if (text.startsWith(word, at)) return at + word.length
  return -1
}

function skimWord(text: string, at: number, word: string): number {
  return text.startsWith(word, at) ? at + word.length : -1
}

/** Whole numbers as JSON itself would write them; what has a fraction or an exponent may be written in many ways. */
function skimNumber(text: string, at: number, accepts: LeafShape['accepts']): number {
  const first = text.charCodeAt(at) === minus ? at + 1 : at
  let end = first
  for (let code = text.charCodeAt(end); code >= zero && code <= nine; code = text.charCodeAt(end)) end += 1
  const digits = end - first
  if (digits === 0 || digits > mostDigits) return -1
  const begins = text.charCodeAt(first)
  if (begins === zero && (digits > 1 || first > at)) return -1
  return accepts(Number(text.slice(at, end))) ? end : -1
}

function skimList({ item, nullable }: ListShape): Skim {
  const skimItem = compileSkim(item)
  return function skim(text, at) {
    if (text.charCodeAt(at) !== openBracket) return nullable ? skimWord(text, at, 'null') : -1
    if (text.charCodeAt(at + 1) === closeBracket) return at + 2
    for (let next = at; ;) {
      next = skimItem(text, next + 1)
      if (next === -1) return -1
      const code = text.charCodeAt(next)
      if (code === closeBracket) return next + 1
      if (code !== comma) return -1
    }
  }
}

function skimObject({ nullable, selection, typeName }: ObjectShape): Skim {
  const parts = selection.fieldsOf(typeName).map(({ key, name, value }, index) => {
    const head = `${index === 0 ? '' : ','}${JSON.stringify(key)}:`
    return { head, skim: name === '__typename' ? skimName(typeName) : compileSkim(value) }
  })
  return function skim(text, at) {
    if (text.charCodeAt(at) !== openBrace) return nullable ? skimWord(text, at, 'null') : -1
    let next = at + 1
    for (const part of parts) {
      if (!text.startsWith(part.head, next)) return -1
      next = part.skim(text, next + part.head.length)
      if (next === -1) return -1
    }
    return text.charCodeAt(next) === closeBrace ? next + 1 : -1
  }
}

function skimName(typeName: string): Skim {
  const word = JSON.stringify(typeName)
  return (text, at) => skimWord(text, at, word)
}
