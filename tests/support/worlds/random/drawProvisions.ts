import type { DrawnEntity, DrawnField, DrawnGraph } from './DrawnGraph.ts'
import type { Externals } from './createExternals.ts'
import type { Luck } from './createLuck.ts'
import { isForeign } from './isForeign.ts'
import { isLeaf } from './isLeaf.ts'
import { nameOfType } from './nameOfType.ts'

interface Providers {
  readonly entities: readonly DrawnEntity[]
  readonly roots: readonly DrawnField[]
  readonly externals: Externals
}

/** For some fields of entities, what their agency provides inside. */
export function drawProvisions(
  { pick, oneIn }: Luck,
  { entities, roots, externals }: Providers,
): Pick<DrawnGraph, 'provisions' | 'provided'> {
  const provisions = new Map<string, string>()
  const provided = new Set<string>()

  function offer(type: string, field: DrawnField): void {
    const [agency = '', other] = field.owners
    const target = entities.find(({ name }) => name === nameOfType(field.type))
    if (target === undefined || other !== undefined || field.requires !== undefined) return
    if (field.overriddenFrom !== undefined || !oneIn(3)) return
    const others = target.fields.filter((one) => isPlain(one) && isForeign(one, agency))
    const free = others.filter(({ name }) => !externals.has(agency, target.name, name))
    if (free.length === 0) return
    const { name } = pick(free)
    externals.add(agency, target.name, name)
    provided.add(`${target.name}.${name}`)
    provisions.set(`${agency} ${type}.${field.name}`, name)
  }

  for (const { name, fields } of entities) for (const field of fields) offer(name, field)
  for (const root of roots) offer('Query', root)
  return { provisions, provided }
}

function isPlain(field: DrawnField): boolean {
  return isLeaf(field) && field.args === '' && field.requires === undefined && field.overriddenFrom === undefined
}
