import type { DrawnEntity, Layout } from './DrawnGraph.ts'
import type { Luck } from './createLuck.ts'

/** The keys of entities, of the interface's types, and of these where the interface itself has a key. */
const keys: readonly (readonly string[])[] = [
  ['id'],
  ['id'],
  ['id', 'code'],
  ['id', 'n { x }'],
  ['id code'],
  ['id n { x }'],
  ['code', 'n { x } id'],
]
const implementingKeys: readonly (readonly string[])[] = [['id'], ['id code'], ['id n { x }'], ['id', 'id code']]
const keyedKeys: readonly (readonly string[])[] = [['id'], ['id', 'code']]

/** Three or four entities without fields, of which two are the interface's types. */
export function drawEntities(luck: Luck, layout: Layout): readonly DrawnEntity[] {
  return Array.from({ length: 3 + luck.dice(2) }, (_, index) => {
    const isImplementing = index < 2
    const at = isImplementing && layout.isKeyed ? spreadKeyed(luck, layout) : spread(luck, layout, isImplementing)
    return { name: `E${index}`, at, fields: [], isImplementing }
  })
}

/** The agencies that know an entity have some of its keys each. */
function spread({ pick, oneIn }: Luck, { agencies }: Layout, isImplementing: boolean): DrawnEntity['at'] {
  const all = pick(isImplementing ? implementingKeys : keys)
  return new Map(
    agencies.map((agency) => {
      const some = all.filter(() => !oneIn(3))
      return [agency, some.length === 0 ? all.slice(0, 1) : some]
    }),
  )
}

/** Who knows the interface as an object knows none of its types; all others have its key. */
function spreadKeyed({ pick, oneIn }: Luck, { agencies, strangers }: Layout): DrawnEntity['at'] {
  const all = pick(keyedKeys)
  return new Map(agencies.filter((agency) => !strangers.has(agency)).map((agency) => [agency, oneIn(2) ? all : ['id']]))
}
