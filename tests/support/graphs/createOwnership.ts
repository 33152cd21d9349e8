import { Kind, parse } from 'graphql'
import type { ConstDirectiveNode, FieldDefinitionNode, SelectionSetNode } from 'graphql'
import type { TestedGraph } from './TestedGraph.ts'
import type { Given } from './World.ts'
import { readRequires } from './readRequires.ts'

/** Which subgraph knows what, as their schemas say. */
export interface Ownership {
  /** The subgraphs that can say a field; none for one that everybody knows who knows the object, as keys are. */
  readonly ownersOf: (type: string, field: string) => readonly string[]
  /** What a field requires, and the type on which it is said: an interface's for an interface object. */
  readonly requiredBy: (type: string, field: string) => Required | undefined
  /** The entity that a root field marked `@lookup` names by its arguments. */
  readonly seedOf: (type: string, field: string, given: Given) => Seed | undefined
}

interface Required {
  readonly type: string
  readonly fields: SelectionSetNode
}

interface Seed {
  readonly type: string
  readonly key: Given
}

/** Reads the ownership of a graph's fields. */
export function createOwnership({ subgraphs }: TestedGraph): Ownership {
  const owners = new Map<string, string[]>()
  const required = new Map<string, Required>()
  const lookups = new Map<string, FieldDefinitionNode>()
  const keys = new Set<string>()
  const interfacesOf = new Map<string, readonly string[]>()

  for (const [subgraph, sdl] of Object.entries(subgraphs)) {
    for (const type of parse(sdl).definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
      const typeName = type.name.value
      const known = interfacesOf.get(typeName) ?? []
      interfacesOf.set(typeName, [...known, ...(type.interfaces ?? []).map(({ name }) => name.value)])
      const keyFields = (type.directives ?? []).filter(isNamed('key')).flatMap(wordsOf)
      for (const field of type.fields ?? []) {
        const name = `${typeName}.${field.name.value}`
        if (keyFields.includes(field.name.value)) keys.add(name)
        if (field.directives?.some(isNamed('external')) !== true)
          owners.set(name, [...(owners.get(name) ?? []), subgraph])
        const fields = readRequires(field)
        if (fields !== undefined) required.set(name, { type: typeName, fields })
        if (field.directives?.some(isNamed('lookup')) === true) lookups.set(name, field)
      }
    }
  }

  function namesOf(type: string, field: string): readonly string[] {
    return [type, ...(interfacesOf.get(type) ?? [])].map((one) => `${one}.${field}`)
  }
  return {
    ownersOf: (type, field) =>
      namesOf(type, field).some((name) => keys.has(name))
        ? []
        : namesOf(type, field).flatMap((name) => owners.get(name) ?? []),
    requiredBy: (type, field) => namesOf(type, field).flatMap((name) => required.get(name) ?? [])[0],
    seedOf(type, field, given) {
      const lookup = lookups.get(`${type}.${field}`)
      if (lookup?.type.kind !== Kind.NAMED_TYPE) return undefined
      const key = (lookup.arguments ?? []).map(
        ({ name, directives = [] }) => [directives.filter(isNamed('is')).flatMap(wordsOf)[0], given[name.value]] as const,
      )
      return { type: lookup.type.name.value, key: Object.fromEntries(key) as Given }
    },
  }
}

function isNamed(wanted: string): (directive: ConstDirectiveNode) => boolean {
  return ({ name }) => name.value === wanted
}

/** The words of a directive's argument, such as the outermost fields of a key. */
function wordsOf({ arguments: given = [] }: ConstDirectiveNode): readonly string[] {
  const value = given.find(({ name }) => name.value === 'fields' || name.value === 'field')?.value
  return value?.kind === Kind.STRING ? value.value.replaceAll(/\{[^{}]*\}/g, '').trim().split(/\s+/) : []
}
