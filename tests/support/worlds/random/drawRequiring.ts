import type { DrawnEntity, DrawnField } from './DrawnGraph.ts'
import { createExternals } from './createExternals.ts'
import type { Externals } from './createExternals.ts'
import type { FieldDrawer } from './createFieldDrawer.ts'
import type { Luck } from './createLuck.ts'
import { createRequirementDrawer } from './createRequirementDrawer.ts'
import { isForeign } from './isForeign.ts'

interface Plain {
  readonly drawer: FieldDrawer
  readonly strangers: ReadonlySet<string>
  readonly entities: readonly DrawnEntity[]
  readonly strangerFields: readonly DrawnField[]
}

export interface Requiring extends Omit<Plain, 'drawer'> {
  readonly externals: Externals
}

/** Adds fields that require others, also such as require something themselves. */
export function drawRequiring(luck: Luck, { strangers, drawer, ...plain }: Plain): Requiring {
  const { dice, pick, oneIn } = luck
  const externals = createExternals()
  const drawRequirement = createRequirementDrawer(luck, plain.entities, externals)

  /** What an agency requires for a field of a type, of up to two fields there. */
  function require(agency: string, type: string, others: readonly DrawnField[]): string {
    const parts = new Map<string, string>()
    for (let count = 1 + dice(2); count > 0 && others.length > 0; count -= 1) {
      const one = pick(others)
      const part = parts.has(one.name) ? undefined : drawRequirement(one, agency)
      if (part === undefined) continue
      externals.add(agency, type, one.name)
      parts.set(one.name, part)
    }
    return [...parts.values()].join(' ')
  }

  function fieldOf(place: string, agency: string, requires: string): readonly DrawnField[] {
    return requires === '' ? [] : [drawer.requiring(place, agency, requires)]
  }

  /** Of the interface, as who knows it as an object has it. */
  function ofInterface(): readonly DrawnField[] {
    const common = plain.entities[0]?.fields.filter(({ name }) => name.startsWith('c')) ?? []
    return [...strangers].flatMap((agency) => {
      const others = [...common, ...plain.strangerFields.filter((field) => isForeign(field, agency))]
      if (oneIn(3)) return []
      return [1, 2]
        .slice(dice(2))
        .flatMap((count) => fieldOf(`i${agency}${count}`, agency, require(agency, 'I', others)))
    })
  }

  /** Of what interface objects add, composition refuses fields with arguments to be required of a type. */
  function ofEntity(entity: DrawnEntity, strangerFields: readonly DrawnField[]): DrawnEntity {
    const fields = [...entity.fields]
    const ofAll = entity.isImplementing ? strangerFields.filter(({ args }) => args === '') : []
    for (const agency of entity.at.keys()) {
      for (let count = dice(3); count > 0; count -= 1) {
        const others = [...fields, ...ofAll].filter((field) => isForeign(field, agency))
        fields.push(...fieldOf(`${agency}${count}`, agency, require(agency, entity.name, others)))
      }
    }
    return { ...entity, fields }
  }

  const strangerFields = [...plain.strangerFields, ...ofInterface()]
  return {
    strangers,
    strangerFields,
    entities: plain.entities.map((entity) => ofEntity(entity, strangerFields)),
    externals,
  }
}
