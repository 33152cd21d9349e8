import type { DrawnEntity, DrawnField, DrawnGraph, Layout } from './DrawnGraph.ts'
import { createFieldDrawer } from './createFieldDrawer.ts'
import type { FieldDrawer } from './createFieldDrawer.ts'
import type { Luck } from './createLuck.ts'
import { drawContext } from './drawContext.ts'
import { drawEntities } from './drawEntities.ts'
import { drawLayout } from './drawLayout.ts'
import { drawLookups } from './drawLookups.ts'
import { drawMembers } from './drawMembers.ts'
import { drawProvisions } from './drawProvisions.ts'
import { drawRequiring } from './drawRequiring.ts'

/** Draws agencies, who of them knows what, and what they need of each other. Composition may refuse it. */
export function drawGraph(luck: Luck, more?: Luck): DrawnGraph {
  const layout = drawLayout(luck)
  const bare = drawEntities(luck, layout)
  const members = drawMembers(luck, layout, bare)
  const drawer = createFieldDrawer(luck, { entities: bare, members })
  const common = drawCommon(drawer, layout)
  const {
    entities: plain,
    strangerFields,
    externals,
  } = drawRequiring(luck, {
    drawer,
    strangers: layout.strangers,
    entities: bare.map((entity) => ({ ...entity, fields: drawFields(luck, drawer, entity, common) })),
    strangerFields: drawStrangerFields(luck, drawer, layout),
  })
  const roots = drawRoots(luck, drawer, layout)
  const provisions = drawProvisions(luck, { entities: plain, roots, externals })
  const lookups = drawLookups(luck, plain)
  const { entities, context } =
    more === undefined
      ? { entities: plain, context: undefined }
      : drawContext(more, { entities: plain, agencies: layout.agencies, externals })
  return {
    ...layout,
    entities,
    members,
    roots,
    interfaceFields: new Map(
      layout.agencies.map((agency) => [agency, common.filter(({ owners }) => owners.includes(agency))]),
    ),
    strangerFields,
    ...provisions,
    externals: externals.all,
    lookups,
    context,
    mutations:
      more === undefined ? [] : drawMutations(more, createFieldDrawer(more, { entities: bare, members }), layout),
  }
}

/** The fields that the interface has of those who know it as one; what another had cannot be told of all its types. */
function drawCommon(drawer: FieldDrawer, { agencies, strangers }: Layout): readonly DrawnField[] {
  const known = agencies.filter((agency) => !strangers.has(agency))
  return ['c0', 'c1'].map((name) => {
    const { overriddenFrom: _, ...field } = drawer.field(name, known)
    return field
  })
}

function drawFields(
  { oneIn }: Luck,
  drawer: FieldDrawer,
  { at, isImplementing }: DrawnEntity,
  common: readonly DrawnField[],
): readonly DrawnField[] {
  // `name` is what operations call other fields.
  const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'name'].filter(() => !oneIn(4))
  const own = names.map((name) => drawer.field(name, [...at.keys()]))
  return isImplementing ? [...own, ...common] : own
}

function drawStrangerFields({ dice }: Luck, drawer: FieldDrawer, { strangers }: Layout): readonly DrawnField[] {
  return [...strangers].flatMap((agency) =>
    Array.from({ length: 1 + dice(3) }, (_, index) => drawer.field(`h${agency}${index}`, [agency])),
  )
}

function drawRoots({ dice, pick, oneIn }: Luck, drawer: FieldDrawer, { agencies }: Layout): readonly DrawnField[] {
  return agencies.flatMap((agency) =>
    Array.from({ length: 1 + dice(3) }, (_, index) => {
      const other = pick(agencies)
      return drawer.root(`q${agency}${index}`, oneIn(4) && other !== agency ? [agency, other] : [agency])
    }),
  )
}

/** In half of the graphs, up to two root fields of each agency that change something. */
function drawMutations({ dice, oneIn }: Luck, drawer: FieldDrawer, { agencies }: Layout): readonly DrawnField[] {
  if (oneIn(2)) return []
  return agencies.flatMap((agency) =>
    Array.from({ length: dice(3) }, (_, index) => drawer.root(`m${agency}${index}`, [agency])),
  )
}
