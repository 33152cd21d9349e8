import { getNamedType, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql'
import type { FieldPolicy, FieldRule } from '../access/FieldPolicy.ts'
import { classes } from '../access/classes.ts'
import { decideStrictest } from '../access/decideStrictest.ts'
import { masks } from '../access/masks.ts'
import { principalKinds } from '../access/principalKinds.ts'
import type { PrincipalRights } from '../access/principalKinds.ts'
import { purposes } from '../access/purposes.ts'
import { readFieldPolicy } from '../access/readFieldPolicy.ts'
import { scopes } from '../access/scopes.ts'

interface RuledField {
  readonly coordinate: string
  readonly type: GraphQLNamedType
  readonly field: GraphQLField<unknown, unknown>
  readonly policy: FieldPolicy
  /** With those of an interface's implementations. */
  readonly policies: readonly FieldPolicy[]
}

/**
 * What is wrong with the access rules of a supergraph: a field that has none, or none that can be read, a rule that decides nothing
 * or less than it says, and a field that is never null and yet withheld from somebody who may see what holds it, which would take the
 * whole away.
 */
export function findUnruled(supergraph: GraphQLSchema): readonly string[] {
  const fields = fieldsOf(supergraph)
  const roots = [supergraph.getQueryType(), supergraph.getMutationType(), supergraph.getSubscriptionType()]
  return fields.flatMap((field) => [
    ...problemsOf(field),
    ...(roots.some((root) => root === field.type) ? findEmptied(field) : findTaken(field, fields)),
  ])
}

function fieldsOf(supergraph: GraphQLSchema): readonly RuledField[] {
  const types = Object.values(supergraph.getTypeMap()).filter(({ name }) => !/^(__|join__)/.test(name))
  return types.flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    const behind = isInterfaceType(type) ? supergraph.getPossibleTypes(type) : []
    return Object.values(type.getFields()).map((field) => {
      const policy = readFieldPolicy(field.astNode?.directives)
      const others = behind.map((one) => readFieldPolicy(one.getFields()[field.name]?.astNode?.directives))
      return { coordinate: `${type.name}.${field.name}`, type, field, policy, policies: [policy, ...others] }
    })
  })
}

function problemsOf({ coordinate, field, policy: { rules } }: RuledField): readonly string[] {
  const given = field.astNode?.directives ?? []
  const written = given.filter(({ name }) => name.value === 'access').length
  const stated = given.filter(({ name }) => name.value === 'classified').flatMap(({ arguments: values = [] }) => values)
  const [as] = stated.flatMap(({ value }) => ('value' in value ? [value.value] : []))
  const named = getNamedType(field.type).name
  const known = { scopes: Object.keys(scopes), purposes: Object.keys(purposes), classes: classes.map(String) }
  return [
    ...(written === 0 ? [`${coordinate} has no @access: docs/agencies.md says how to write one.`] : []),
    ...(rules.length === written
      ? []
      : [
          `${coordinate} has an @access that cannot be read: its mask must be one of ${Object.keys(masks).join(', ')}.`,
        ]),
    ...(typeof as === 'string' && known.classes.includes(as)
      ? []
      : [`${coordinate} needs @classified(as:) with one of ${known.classes.join(', ')}.`]),
    ...rules.flatMap((rule, at) =>
      idlenessOf(rules.slice(0, at), rule).map((idleness) => `${coordinate} has an @access ${idleness}`),
    ),
    ...rules.flatMap(({ scope, purposes: ofRule = [], mask }) => [
      ...(known.scopes.includes(scope)
        ? []
        : [`${coordinate} has a scope that there is none of: ${scope}. There are ${known.scopes.join(', ')}.`]),
      ...ofRule
        .filter((purpose) => !known.purposes.includes(purpose))
        .map(
          (purpose) =>
            `${coordinate} has a purpose that there is none of: ${purpose}. There are ${known.purposes.join(', ')}.`,
        ),
      ...(mask === undefined || (masks[mask].some((name) => name === named) && !isList(field))
        ? []
        : [`${coordinate} cannot be masked by ${mask}, which is for ${masks[mask].join(' and ')}.`]),
    ]),
  ]
}

/** How a rule decides less than it says: the first of a field's that fits is the one that counts. */
function idlenessOf(before: readonly FieldRule[], rule: FieldRule): readonly string[] {
  const { scope, purposes: ofRule, mask } = rule
  if (ofRule?.length === 0) return ['for no purpose: name some, or leave purposes out for all.']
  if (before.some((one) => isCovered(rule, one)))
    return [`for ${scope} of which one before it leaves nothing: the first that fits decides.`]
  // One for some purposes of the same scope stands before the one for the others.
  const isMaskedBefore = mask === undefined && before.some((one) => one.mask !== undefined && !isCovered(one, rule))
  return isMaskedBefore ? ['without a mask behind one with a mask: the first that fits decides, so put it before.'] : []
}

/** Whether a rule fits no one whom the other does not fit. */
function isCovered({ scope, purposes: ofRule }: FieldRule, by: FieldRule): boolean {
  if (scope !== by.scope) return false
  return by.purposes === undefined || (ofRule?.every((purpose) => by.purposes?.includes(purpose)) ?? false)
}

function isList({ type }: RuledField['field']): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

function findTaken(one: RuledField, all: readonly RuledField[]): readonly string[] {
  const holders = all.filter((holder) => holds(holder, one.type))
  return refusalsOf(one).flatMap(({ kind, asked }) => {
    const seen = holders.filter((holder) => decideStrictest(holder.policies, asked).shown !== 'not')
    return seen.map(
      (holder) =>
        `${one.coordinate} must be nullable or masked, in one way: ${kind} may see ${holder.coordinate} for ${asked.purpose}, and not this.`,
    )
  })
}

/** What holds a root field is the answer. */
function findEmptied(one: RuledField): readonly string[] {
  return refusalsOf(one).map(
    ({ kind, asked }) =>
      `${one.coordinate} must be nullable or masked: ${kind} may not see it for ${asked.purpose}, nor the answer then.`,
  )
}

/** To whom a field that is never null is not shown. */
function refusalsOf({ field, policies }: RuledField) {
  if (!isNonNullType(field.type)) return []
  const kinds = Object.entries<PrincipalRights>(principalKinds)
  return kinds.flatMap(([kind, rights]) =>
    rights.purposes.flatMap((purpose) => {
      const asked = { scopes: new Set<string>(rights.scopes), purpose }
      return decideStrictest(policies, asked).shown === 'not' ? [{ kind, asked }] : []
    }),
  )
}

function holds({ field }: RuledField, type: GraphQLNamedType): boolean {
  const named = getNamedType(field.type)
  if (isUnionType(named)) return isObjectType(type) && named.getTypes().includes(type)
  return named === type || (isInterfaceType(named) && isObjectType(type) && type.getInterfaces().includes(named))
}
