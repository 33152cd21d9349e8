import { isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { FieldPolicy } from '../../schema/access/FieldPolicy.ts'
import type { Rights } from '../../schema/access/Rights.ts'
import { classes } from '../../schema/access/classes.ts'
import type { DataClass } from '../../schema/access/classes.ts'
import { decideField } from '../../schema/access/decideField.ts'
import type { Decision } from '../../schema/access/decideField.ts'
import { readFieldPolicy } from '../../schema/access/readFieldPolicy.ts'

/** The rules of a supergraph's fields. */
export interface FieldRules {
  /**
   * How a field of a type, be it an interface's, is shown to these rights: as the strictest of its implementations is, and not at all
   * where they mask it in different ways, of which each may show what another hides.
   */
  readonly decide: (typeName: string, field: string, rights: Rights) => Decision
  /** What of a field is shown there, be it an interface's: the most that has to be guarded of what its implementations are. */
  readonly classOf: (typeName: string, field: string) => DataClass
}

/** Reads the rules of a supergraph's fields. A field without a rule is shown to nobody. */
export function createFieldRules(supergraph: GraphQLSchema): FieldRules {
  const policies = new Map<string, readonly FieldPolicy[]>()

  function policiesOf(typeName: string, field: string): readonly FieldPolicy[] {
    const coordinate = `${typeName}.${field}`
    const known = policies.get(coordinate)
    if (known !== undefined) return known
    const type = supergraph.getType(typeName)
    const types = isAbstractType(type) ? [type, ...supergraph.getPossibleTypes(type)] : [type]
    const read = types.flatMap((one) => {
      if (!isObjectType(one) && !isInterfaceType(one)) return []
      return [readFieldPolicy(one.getFields()[field]?.astNode?.directives)]
    })
    policies.set(coordinate, read)
    return read
  }

  return {
    decide(typeName, field, rights) {
      const decisions = policiesOf(typeName, field).map((policy) => decideField(policy, rights))
      const masks = new Set(decisions.flatMap((decision) => (decision.shown === 'masked' ? [decision.mask] : [])))
      const [strictest] = decisions.toSorted((one, other) => strictness[other.shown] - strictness[one.shown])
      return strictest === undefined || masks.size > 1 ? { shown: 'not' } : strictest
    },
    classOf(typeName, field) {
      const found = policiesOf(typeName, field).map(({ classified }) => classified)
      return classes.findLast((one) => found.includes(one)) ?? 'SPECIFIC'
    },
  }
}

const strictness: Readonly<Record<Decision['shown'], number>> = { whole: 0, masked: 1, not: 2 }
