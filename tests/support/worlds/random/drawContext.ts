import type { DrawnContext, DrawnEntity, DrawnField, Layout } from './DrawnGraph.ts'
import type { Externals } from './createExternals.ts'
import type { Luck } from './createLuck.ts'
import { drawArguments } from './drawArguments.ts'
import { isLeaf } from './isLeaf.ts'

export interface Contextual {
  readonly entities: readonly DrawnEntity[]
  readonly context: DrawnContext | undefined
}

interface Given extends Pick<Layout, 'agencies'> {
  readonly entities: readonly DrawnEntity[]
  readonly externals: Externals
}

/**
 * In a third of the graphs, an entity `K` of which one agency has fields that take an argument from what it stands in: from one or two
 * types, below which alone there is any.
 */
export function drawContext(luck: Luck, { entities, agencies, externals }: Given): Contextual {
  const { dice, pick, oneIn } = luck
  if (!oneIn(3)) return { entities, context: undefined }
  const agency = pick(agencies)
  const known = entities.flatMap((entity) => told(entity, agency))
  if (known.length === 0) return { entities, context: undefined }
  const first = pick(known)
  const kin = known.filter(({ type, source }) => type !== first.type && typeOf(source) === typeOf(first.source))
  const setters = kin.length === 0 || oneIn(3) ? [first] : [first, pick(kin)]
  for (const { type, source } of setters) if (!source.owners.includes(agency)) externals.add(agency, type, source.name)

  const field = (name: string, type: string, ...concrete: readonly string[]): DrawnField => {
    return { name, type, args: drawArguments(luck), concrete, owners: [agency] }
  }
  const ways = ['K', '[K!]', '[[K]]', 'Y', '[Y]']
  const holders = (): readonly DrawnField[] =>
    Array.from({ length: 1 + dice(2) }, (_, index) => {
      const type = pick(ways)
      return field(`k${index}`, type, type.includes('K') ? 'K' : 'Y')
    })
  const consumers = [0, 1].slice(dice(2)).map((index) => ({ ...field(`t${index}`, 'String'), isContextual: true }))
  const other = pick(agencies)
  const back = entities.filter(({ at }) => at.has(other)).map(({ name }) => name)
  const plain: readonly DrawnField[] = [
    { name: 'p', type: 'String', args: '', concrete: [], owners: [other] },
    ...(back.length === 0 ? [] : back.slice(0, 1).map((name) => ({ ...field('e', name, name), owners: [other] }))),
  ]
  const keys = new Map([agency, other].map((name) => [name, ['id']] as const))
  const own = { name: 'K', at: keys, fields: [...consumers, ...plain], isImplementing: false }
  const context = {
    agency,
    type: typeOf(first.source),
    sources: new Map(setters.map(({ type, source }) => [type, source.name])),
  }
  const withHolders = entities.map((entity) =>
    context.sources.has(entity.name) ? { ...entity, fields: [...entity.fields, ...holders()] } : entity,
  )
  return { entities: [...withHolders, own], context }
}

interface Told {
  readonly type: string
  readonly source: DrawnField
}

/** What an argument can be taken from. */
function told({ name: type, at, fields }: DrawnEntity, agency: string): readonly Told[] {
  if (!at.has(agency)) return []
  return fields
    .filter((field) => isLeaf(field) && field.requires === undefined && field.overriddenFrom === undefined)
    .filter(({ args }) => !/[!=]/.test(args))
    .map((source) => ({ type, source }))
}

/** Composition takes what may be missing anywhere for an argument that may be. */
const typeOf = ({ type }: DrawnField): string => type.replaceAll('!', '')
