import { isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { FieldPolicy } from '../../schema/access/FieldPolicy.ts'
import type { Rights } from '../../schema/access/Rights.ts'
import { classes } from '../../schema/access/classes.ts'
import type { DataClass } from '../../schema/access/classes.ts'
import type { Decision } from '../../schema/access/decideField.ts'
import { decideStrictest } from '../../schema/access/decideStrictest.ts'
import { readFieldPolicy } from '../../schema/access/readFieldPolicy.ts'

/** The rules of a supergraph's fields. */
export interface FieldRules {
  /** How a field of a type, be it an interface's, is shown to these rights: as the strictest of its implementations is. */
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
    decide: (typeName, field, rights) => decideStrictest(policiesOf(typeName, field), rights),
    classOf(typeName, field) {
      const found = policiesOf(typeName, field).map(({ classified }) => classified)
      return classes.findLast((one) => found.includes(one)) ?? 'SPECIFIC'
    },
  }
}
