import fc from 'fast-check'

interface FieldChoice {
  readonly name: string
  /** The type of its objects, for a field that has some. */
  readonly of?: string
}

/** The types that selections are made on, with their fields. */
export type SelectableTypes = Readonly<Record<string, readonly FieldChoice[]>>

interface SelectionOptions {
  /** How deep selections may be inside each other. */
  readonly depth?: number
  /** One of these stands at each field and fragment. */
  readonly directives?: readonly string[]
}

/**
 * Random selection sets on a type, without braces: fields and aliases of them, inline fragments on any of the types, and
 * spreads of fragments named `On` and a type.
 */
export function selectionTexts(
  types: SelectableTypes,
  type: string,
  { depth = 3, directives = [''] }: SelectionOptions = {},
): fc.Arbitrary<string> {
  const inside = (of: string): fc.Arbitrary<string> => selectionTexts(types, of, { depth: depth - 1, directives })
  const fields = [{ name: '__typename' }, ...(types[type] ?? [])].filter(
    ({ of }: FieldChoice) => of === undefined || depth > 0,
  )
  const field = fc
    .tuple(fc.constantFrom(...fields), fc.constantFrom('', 'one', 'two'), fc.constantFrom(...directives))
    .chain(([{ name, of }, alias, directive]: [FieldChoice, string, string]) => {
      const head = `${alias === '' ? '' : `${alias}_${name}: `}${name} ${directive}`
      if (of === undefined) return fc.constant(head)
      return inside(of).map((inner) => `${head} { ${inner} }`)
    })
  if (depth === 0) return fc.array(field, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
  const fragment = fc
    .tuple(fc.constantFrom(...Object.keys(types)), fc.constantFrom(...directives))
    .chain(([on, directive]) =>
      fc.oneof(
        inside(on).map((inner) => `... on ${on} ${directive} { ${inner} }`),
        fc.constant(`...On${on} ${directive}`),
        inside(type).map((inner) => `... ${directive} { ${inner} }`),
      ),
    )
  const parts = fc.array(fc.oneof({ weight: 3, arbitrary: field }, { weight: 1, arbitrary: fragment }), {
    maxLength: 5,
  })
  return fc.tuple(field, parts).map(([first, rest]) => [first, ...rest].join(' '))
}
