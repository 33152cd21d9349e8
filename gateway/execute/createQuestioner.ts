import type { GraphQLSchema } from 'graphql'
import type { CacheQuestion, CacheTopic } from '../cache/CacheQuestion.ts'
import type { EntityKeys, KeyFields } from '../cache/EntityKeys.ts'
import { pickKey } from '../cache/pickKey.ts'
import type { Fetch } from './Fetch.ts'
import type { Layout } from './Layout.ts'
import type { Representation } from './Representation.ts'
import type { ObjectShape, SelectedField } from './Selection.ts'
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

/** The entities of one type in a fetch. */
interface EntityType {
  readonly type: string
  readonly layout: Layout
  /** The key under which everybody knows an entity of the type, where there is one. */
  readonly only: KeyFields | undefined
  /** For an entity with that key, and for any other: what has several keys may be announced under another than this. */
  readonly topics: Readonly<Record<'named' | 'unnamed', CacheTopic>>
}

/** Makes the questioner of an agency's fetches. */
export function createQuestioner({ agency, schema, entityKeys }: QuestionerOptions): Questioner {
  const layoutOf = createLayouts({ agency, entityKeys })
  const entityTypes = new WeakMap<Layout, EntityType>()
  const rootTopics = new WeakMap<Layout, CacheTopic>()
  const reachOf = createReach(schema, entityKeys.isEntity)

  function rootTopicOf(type: string, layout: Layout, isLookup: boolean): CacheTopic {
    const known = rootTopics.get(layout)
    if (known !== undefined) return known
    const shows = layout.fields.flatMap(({ name, value }) =>
      isLookup ? [...value.shows] : [...reachOf(name), ...value.types, ...value.shows],
    )
    const topic = { agency, type, selection: layout.text, shows: inOrder(shows) }
    rootTopics.set(layout, topic)
    return topic
  }

  function askForRoot(fetch: Fetch): readonly Asked[] | undefined {
    const { root } = fetch.shape
    const found = findLookup(root, fetch.variables, entityKeys)
    const layout = layoutOf(root, fetch, found?.field)
    if (layout === undefined) return undefined
    const topic = rootTopicOf(root.typeName, layout, found !== undefined)
    return [{ question: { topic, identity: found?.identity, inputs: null }, layout }]
  }

  function entityTypeOf(type: string, layout: Layout): EntityType {
    const known = entityTypes.get(layout)
    if (known !== undefined) return known
    const { text: selection, shows } = layout
    const topicWith = (shown: Iterable<string>): CacheTopic => ({ agency, type, selection, shows: inOrder(shown) })
    const topics = { named: topicWith(shows), unnamed: topicWith([...shows, type]) }
    const made = { type, layout, only: entityKeys.onlyKeyOf(type), topics }
    entityTypes.set(layout, made)
    return made
  }

  return function questionsOf(fetch) {
    const { shape, representations } = fetch
    const { entityOf, isPlain, kind } = shape
    if (!isPlain || kind === 'mutation') return undefined
    if (entityOf === undefined) return askForRoot(fetch)
    const byType = new Map<string, EntityType>()
    const asked: Asked[] = []
    for (const representation of representations) {
      const { __typename: type } = representation
      let entityType = byType.get(type)
      if (entityType === undefined) {
        const layout = layoutOf(entityOf(type), fetch)
        if (layout === undefined) return undefined
        entityType = entityTypeOf(type, layout)
        byType.set(type, entityType)
      }
      asked.push({ question: questionOf(representation, entityType), layout: entityType.layout })
    }
    return asked
  }
}

/** The layouts of an agency's fetches, each made once where it does not depend on variables. */
function createLayouts({ agency, entityKeys }: Pick<QuestionerOptions, 'agency' | 'entityKeys'>) {
  const layouts = new WeakMap<ObjectShape, Layout>()
  const lookups = new WeakMap<ObjectShape, Layout>()

  function isShown(type: string, names: readonly string[]): boolean {
    if (!entityKeys.isEntity(type)) return false
    const keys = [{}, ...entityKeys.keysAt(agency, type)]
    return !keys.some((key) => names.every((name) => name === '__typename' || Object.hasOwn(key, name)))
  }

  return function layoutOf(shape: ObjectShape, fetch: Fetch, lookup?: SelectedField): Layout | undefined {
    const fixed = lookup === undefined ? layouts : lookups
    const known = fixed.get(shape)
    if (known !== undefined) return known
    const layout = createLayout(shape, { variables: fetch.variables, lookup, isShown })
    if (layout?.isFixed === true || (layout !== undefined && !fetch.shape.usesVariables)) fixed.set(shape, layout)
    return layout
  }
}

function questionOf(representation: Representation, { type, only, topics }: EntityType): CacheQuestion {
  const key = only === undefined ? undefined : pickKey(representation, only)
  const inputs: Record<string, unknown> = {}
  for (const name of Object.keys(representation)) {
    const isSaid = name === '__typename' || (key !== undefined && isWhole(only?.[name]))
    if (!isSaid) inputs[name] = representation[name]
  }
  if (key === undefined) return { topic: topics.unnamed, identity: undefined, inputs }
  return { topic: topics.named, identity: { type, key }, inputs }
}

/** Whether a field is all in the key, and so no input beside it. */
function isWhole(field: object | undefined): boolean {
  return field !== undefined && Object.keys(field).length === 0
}

function inOrder(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted()
}
