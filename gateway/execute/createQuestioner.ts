import type { GraphQLSchema } from 'graphql'
import type { CacheQuestion } from '../cache/CacheQuestion.ts'
import type { EntityKeys } from '../cache/EntityKeys.ts'
import { pickKey } from '../cache/pickKey.ts'
import type { Fetch } from './Fetch.ts'
import type { Layout } from './Layout.ts'
import type { Representation } from './Representation.ts'
import type { ObjectShape } from './Selection.ts'
import { createLayout } from './createLayout.ts'
import { createReach } from './createReach.ts'
import { findLookup } from './findLookup.ts'

/** A part of a fetch as the cache is asked for it. */
export interface Asked {
  readonly question: CacheQuestion
  readonly layout: Layout
}

export interface QuestionerOptions {
  readonly agency: string
  readonly schema: GraphQLSchema
  readonly entityKeys: EntityKeys
}

/** The questions of a fetch: one for each entity, or one for all root fields. Undefined when it has no one form. */
export type Questioner = (fetch: Fetch) => readonly Asked[] | undefined

/** Makes the questioner of an agency's fetches. */
export function createQuestioner({ agency, schema, entityKeys }: QuestionerOptions): Questioner {
  const layouts = new WeakMap<ObjectShape, Layout>()
  const reachOf = createReach(schema, entityKeys.isEntity)

  function isShown(type: string, names: readonly string[]): boolean {
    if (!entityKeys.isEntity(type)) return false
    const keys = [{}, ...entityKeys.keysAt(agency, type)]
    return !keys.some((key) => names.every((name) => name === '__typename' || Object.hasOwn(key, name)))
  }

  function layoutOf(shape: ObjectShape, { variables, shape: { usesVariables } }: Fetch): Layout | undefined {
    const known = layouts.get(shape)
    if (known !== undefined) return known
    const layout = createLayout(shape, { variables, isShown })
    if (layout !== undefined && !usesVariables) layouts.set(shape, layout)
    return layout
  }

  function askForRoot(fetch: Fetch): readonly Asked[] | undefined {
    const { root } = fetch.shape
    const layout = layoutOf(root, fetch)
    if (layout === undefined) return undefined
    const identity = findLookup(root, fetch.variables, entityKeys)
    const shows = layout.fields.flatMap(({ name, value }) =>
      identity === undefined ? [...reachOf(name), ...value.types, ...value.shows] : [...value.shows],
    )
    const common = { agency, type: root.typeName, identity, inputs: null }
    return [{ question: { ...common, selection: layout.text, shows: inOrder(shows) }, layout }]
  }

  return function questionsOf(fetch) {
    const { shape, representations } = fetch
    const { entityOf, isPlain, kind } = shape
    if (!isPlain || kind === 'mutation') return undefined
    if (entityOf === undefined) return askForRoot(fetch)
    const byType = new Map<string, Layout | undefined>()
    const asked: Asked[] = []
    for (const representation of representations) {
      const { __typename: type } = representation
      if (!byType.has(type)) byType.set(type, layoutOf(entityOf(type), fetch))
      const layout = byType.get(type)
      if (layout === undefined) return undefined
      asked.push({ question: questionOf(representation, layout, { agency, entityKeys }), layout })
    }
    return asked
  }
}

function questionOf(
  { __typename: type, ...inputs }: Representation,
  { text: selection, shows }: Layout,
  { agency, entityKeys }: Pick<QuestionerOptions, 'agency' | 'entityKeys'>,
): CacheQuestion {
  const only = entityKeys.onlyKeyOf(type)
  const key = only === undefined ? undefined : pickKey(inputs, only)
  if (only === undefined || key === undefined) {
    // An entity with several keys may be announced under another than this.
    return { agency, type, identity: undefined, inputs, selection, shows: inOrder([...shows, type]) }
  }
  const others = Object.entries(inputs).filter(([name]) => !isWhole(only[name]))
  const identity = { type, key }
  return { agency, type, identity, inputs: Object.fromEntries(others), selection, shows: inOrder(shows) }
}

/** Whether a field is all in the key, and so no input beside it. */
function isWhole(field: object | undefined): boolean {
  return field !== undefined && Object.keys(field).length === 0
}

function inOrder(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted()
}
