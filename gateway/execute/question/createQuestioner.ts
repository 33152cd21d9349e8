import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { canonicalText } from '../../../platform/canonicalText.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { findRecordRoots } from '../../../schema/access/findRecordRoots.ts'
import type { CacheQuestion, CacheTopic } from '../../cache/CacheQuestion.ts'
import type { EntityKeys } from '../../supergraph/EntityKeys.ts'
import type { Variables } from '../Variables.ts'
import type { Fetch } from '../ask/Fetch.ts'
import type { ObjectShape, SelectedField } from '../shape/Selection.ts'
import type { Layout } from './Layout.ts'
import type { Identified, Identifier } from './createIdentifier.ts'
import { createLayout } from './createLayout.ts'
import { createPeopleFinder } from './createPeopleFinder.ts'
import { createReach } from './createReach.ts'
import type { Reach } from './createReach.ts'
import { findLookup } from './findLookup.ts'

/** A part of a fetch as the cache is asked for it. */
export interface AskedPart {
  readonly question: CacheQuestion
  readonly layout: Layout
}

export interface QuestionerOptions {
  readonly agency: string
  readonly supergraph: GraphQLSchema
  readonly entityKeys: EntityKeys
  /** One for all agencies. */
  readonly identify: Identifier
}

/**
 * The questions of a fetch, one for each of its parts. Undefined when it has no one form, or people's records stand in it otherwise
 * than below a record: whoever is forgotten may be among them, and no change of theirs makes it old.
 */
export type Questioner = (fetch: Fetch) => readonly AskedPart[] | undefined

/** The entities of one type in a fetch. */
interface EntityType {
  readonly layout: Layout
  /** For an entity with that key, and for any other: what has several keys may be announced under another than this. */
  readonly topics: Readonly<Record<'named' | 'unnamed', CacheTopic>>
}

/** Makes the questioner of an agency's fetches. */
export function createQuestioner({ agency, supergraph, entityKeys, identify }: QuestionerOptions): Questioner {
  const layoutOf = createLayouts({ agency, entityKeys })
  // A lookup of a record shows no one but whom it names, and beside other root fields is old with any change of its type.
  const roots = findRecordRoots(supergraph).filter(({ records, field }) => {
    return records.length > 0 && !records.some(({ name }) => name === entityKeys.lookups.get(field.name)?.type)
  })
  const lists = new Set(roots.map(({ field }) => field.name))
  const holdsPeople = createPeopleFinder(supergraph)
  const { topicsOf, rootTopicOf } = createTopics(agency, createReach(supergraph, entityKeys.isEntity))

  function askForRoot({ shape }: Fetch, variables: Variables): AskedPart | undefined {
    const { root } = shape
    const found = findLookup(root, variables, entityKeys)
    if (found === undefined && root.selection.fieldsOf(root.typeName).some(({ name }) => lists.has(name)))
      return undefined
    const layout = layoutOf(root, { shape, variables }, found?.field)
    if (layout === undefined || (found !== undefined && holdsPeople(found.field.value))) return undefined
    const topic = rootTopicOf(root.typeName, layout, found !== undefined)
    return { question: { topic, identity: found?.identity, inputs: null }, layout }
  }

  function askForRoots(fetch: Fetch): readonly AskedPart[] | undefined {
    const asked: AskedPart[] = []
    for (const part of fetch.parts) {
      const one = askForRoot(fetch, { ...fetch.variables, ...part })
      if (one === undefined) return undefined
      asked.push(one)
    }
    return asked
  }

  function entityTypeOf(shape: ObjectShape, fetch: Fetch): EntityType | undefined {
    const layout = layoutOf(shape, fetch)
    return layout === undefined || holdsPeople(shape) ? undefined : topicsOf(shape.typeName, layout)
  }

  function askForEntities(fetch: Fetch): readonly AskedPart[] | undefined {
    const byShape = new Map<ObjectShape, EntityType>()
    const asked: AskedPart[] = []
    for (const part of fetch.parts) {
      const shape = fetch.shape.shapeOf(part)
      const entityType = byShape.get(shape) ?? entityTypeOf(shape, fetch)
      if (entityType === undefined) return undefined
      byShape.set(shape, entityType)
      asked.push({ question: questionOf(identify(part), entityType), layout: entityType.layout })
    }
    return asked
  }

  return function questionsOf(fetch) {
    const { isPlain, kind, isOfEntities } = fetch.shape
    if (!isPlain || kind === 'mutation') return undefined
    return isOfEntities ? askForEntities(fetch) : askForRoots(fetch)
  }
}

/** The topics of an agency, each made once for a layout. */
function createTopics(agency: string, reachOf: Reach) {
  const entityTypes = new WeakMap<Layout, EntityType>()
  const rootTopics = new WeakMap<Layout, CacheTopic>()

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

  function topicsOf(type: string, layout: Layout): EntityType {
    const known = entityTypes.get(layout)
    if (known !== undefined) return known
    const { text: selection, shows } = layout
    const topicWith = (shown: Iterable<string>): CacheTopic => ({ agency, type, selection, shows: inOrder(shown) })
    const topics = { named: topicWith(shows), unnamed: topicWith([...shows, type]) }
    const made = { layout, topics }
    entityTypes.set(layout, made)
    return made
  }
  return { rootTopicOf, topicsOf }
}

/** Layouts that are remembered with their variables, and the characters that these and the layouts' texts may take. */
const mostLayouts = 100
const mostCharacters = 1_048_576

/**
 * The layouts of an agency's fetches. One that does not depend on variables is made once; of others the last are remembered, since
 * many ask for the first page of the same.
 */
function createLayouts({ agency, entityKeys }: Pick<QuestionerOptions, 'agency' | 'entityKeys'>) {
  /** Null for a shape that has none. */
  const layouts = new WeakMap<ObjectShape, Layout | null>()
  const lookups = new WeakMap<ObjectShape, Layout | null>()
  const byVariables = new LRUCache<string, Layout>({
    max: mostLayouts,
    maxSize: mostCharacters,
    sizeCalculation: ({ text }, variables) => text.length + variables.length,
  })
  let lastNumber = 0
  const numberOf = oncePerObject((_shape: ObjectShape) => (lastNumber += 1))

  function isShown(type: string, names: readonly string[]): boolean {
    if (!entityKeys.isEntity(type)) return false
    const keys = [{}, ...entityKeys.keysAt(agency, type)]
    return !keys.some((key) => names.every((name) => name === '__typename' || Object.hasOwn(key, name)))
  }

  return function layoutOf(
    shape: ObjectShape,
    fetch: Pick<Fetch, 'shape' | 'variables'>,
    lookup?: SelectedField,
  ): Layout | undefined {
    const fixed = lookup === undefined ? layouts : lookups
    const known = fixed.get(shape)
    if (known !== undefined) return known ?? undefined
    const text = `${numberOf(shape)} ${lookup === undefined} ${canonicalText(fetch.variables)}`
    const before = byVariables.get(text)
    if (before !== undefined) return before
    const layout = createLayout(shape, { variables: fetch.variables, lookup, isShown })
    if (layout?.isFixed === true || !fetch.shape.usesVariables) fixed.set(shape, layout ?? null)
    else if (layout !== undefined) byVariables.set(text, layout)
    return layout
  }
}

function questionOf({ identity, inputs }: Identified, { topics }: EntityType): CacheQuestion {
  return { topic: identity === undefined ? topics.unnamed : topics.named, identity, inputs }
}

function inOrder(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted()
}
