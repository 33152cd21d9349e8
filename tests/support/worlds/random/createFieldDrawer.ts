import type { DrawnEntity, DrawnField, Members } from './DrawnGraph.ts'
import type { Luck } from './createLuck.ts'
import { drawArguments } from './drawArguments.ts'
import { leafTypes } from './leafTypes.ts'
import { nameOfType } from './nameOfType.ts'

interface Known {
  readonly entities: readonly DrawnEntity[]
  readonly members: Members
}

export interface FieldDrawer {
  /** A field of one or two of these agencies. */
  readonly field: (name: string, agencies: readonly string[]) => DrawnField
  /** A root field, which has something inside more often. */
  readonly root: (name: string, owners: readonly string[]) => DrawnField
  /** A field that requires something: a text, or what has something inside. Their names tell which. */
  readonly requiring: (place: string, agency: string, requires: string) => DrawnField
}

type Drawn = Pick<DrawnField, 'type' | 'concrete'>

/** Draws fields of what their owners know of each type. */
export function createFieldDrawer(luck: Luck, { entities, members }: Known): FieldDrawer {
  const { dice, pick, oneIn } = luck
  const wrap = (type: string): string =>
    pick([type, type, `[${type}]`, `[${type}!]`, `[${type}!]!`, `[[${type}]]`, `[[${type}!]!]`, `${type}!`])

  function drawType(owners: readonly string[]): Drawn {
    if (oneIn(2)) return { type: pick(leafTypes), concrete: [] }
    const { name, concrete } = drawComposite(owners)
    return { type: wrap(name), concrete }
  }

  function drawComposite(owners: readonly string[]): { readonly name: string; readonly concrete: readonly string[] } {
    const kind = dice(6)
    const known = entities.filter(({ at }) => owners.every((owner) => at.has(owner))).map(({ name }) => name)
    const shared = ['V', ...known].filter((type) => owners.every((owner) => members.get(owner)?.includes(type)))
    if (kind <= 1 && known.length > 0) return only(pick(known))
    if (kind === 2) return { name: 'I', concrete: entities.filter((one) => one.isImplementing).map(({ name }) => name) }
    if (kind === 3 && shared.length > 0) return { name: 'U', concrete: shared }
    return kind === 4 ? { name: 'W', concrete: ['V', 'X'] } : only(pick(['V', 'X']))
  }

  /** Whether an agency from which a field was taken can still have it in its SDL. */
  function canHaveHad(agency: string, { type, concrete }: Drawn): boolean {
    if (['U', 'I'].includes(nameOfType(type))) return false
    return entities.every(({ name, at }) => !concrete.includes(name) || at.has(agency))
  }

  return {
    field(name, agencies) {
      const first = pick(agencies)
      const other = pick(agencies)
      const owners = oneIn(5) && other !== first ? [first, other] : [first]
      const field = { name, ...drawType(owners), args: drawArguments(luck), owners }
      const from = pick(agencies)
      const isOverridden = owners.length === 1 && oneIn(8) && from !== first && canHaveHad(from, field)
      return isOverridden ? { ...field, overriddenFrom: from } : field
    },
    root(name, owners) {
      const first = drawType(owners)
      const { type, concrete } = first.concrete.length === 0 ? drawType(owners) : first
      // What all of an answer stands in may be null, as it is when nobody knows the thing.
      return { name, type: type.replace(/!$/, ''), concrete, args: drawArguments(luck), owners }
    },
    requiring(place, agency, requires) {
      const drawn = oneIn(2) ? drawType([agency]) : text
      const { type, concrete } = drawn.concrete.length === 0 ? text : drawn
      const name = `${type === 'String' ? 'r' : 'o'}${place}`
      return { name, type, concrete, args: drawArguments(luck), owners: [agency], requires }
    },
  }
}

const only = (name: string): { readonly name: string; readonly concrete: readonly string[] } => ({
  name,
  concrete: [name],
})

const text: Drawn = { type: 'String', concrete: [] }
