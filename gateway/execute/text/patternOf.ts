import type { LeafShape, ObjectShape, ValueShape } from '../shape/Selection.ts'

/**
 * The regular expression of all texts that say a value of a shape to the letter as it was selected: its keys in their order, no white
 * space, and no escape or control character in a text.
 */
export function patternOf(shape: ValueShape): string {
  switch (shape.kind) {
    case 'leaf':
      return anyOf(wordsOfLeaf(shape), shape)
    case 'list':
      return anyOf([listOf(patternOf(shape.item))], shape)
    case 'object':
      return anyOf([objectOf(shape)], shape)
    default:
      return shape satisfies never
  }
}

/** As long as it has no escape, every quote begins or ends a text. */
const text = String.raw`"[^"\\\x00-\x1f]*"`

/**
 * As JSON itself would write them, of so many digits that no Float rounds them. What has a fraction or an exponent may be written in
 * many ways.
 */
const wholeNumber: readonly string[] = ['0', '-?[1-9][0-9]{0,14}']

/** Who accepts these accepts all whole numbers that are so written. */
const utmost = [0, 999_999_999_999_999, -999_999_999_999_999]

function wordsOfLeaf({ accepts, acceptsTexts, names = [] }: LeafShape): readonly string[] {
  return [
    ...names.map((name) => `"${name}"`),
    ...(acceptsTexts ? [text] : []),
    ...(utmost.every(accepts) ? wholeNumber : []),
    ...[true, false].filter(accepts).map(String),
  ]
}

/** The item stands in it once, so that a list of lists is no longer than it has to be: after it comes a comma and no end, or the end. */
function listOf(item: string): string {
  return String.raw`\[(?:${item}(?:,(?!\])|(?=\])))*\]`
}

/** What may be of several types is not shown as it came (decision 26), so that there is one to select from. */
function objectOf({ selection, typeName }: ObjectShape): string {
  const fields = selection.fieldsOf(typeName).map(({ key, name, value }) => {
    return `"${key}":${name === '__typename' ? `"${typeName}"` : patternOf(value)}`
  })
  return String.raw`\{${fields.join(',')}\}`
}

function anyOf(patterns: readonly string[], { nullable }: Pick<ValueShape, 'nullable'>): string {
  const all = nullable ? [...patterns, 'null'] : patterns
  if (all.length > 1) return `(?:${all.join('|')})${end}`
  return all[0] === undefined ? nothing : `(?:${all[0]})`
}

/**
 * Behind a choice, what no value is followed by. It says nothing new, but the engine makes the code of what comes after once, and not
 * for each way to it: a fifth to a tenth of the memory.
 */
const end = String.raw`(?![^,\]}])`

/** Fits no text at all. */
const nothing = '(?!)'
