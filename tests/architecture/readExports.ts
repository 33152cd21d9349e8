import type { Declaration, ModuleItem, Pattern, Program } from '@swc/core'

/** The names that a module gives to others. */
export interface ModuleExports {
  /** Functions, classes and constants; `default` is the name of a default export. */
  readonly values: readonly string[]
  /** Interfaces and type aliases. */
  readonly types: readonly string[]
  /** True when it hands on what is another module's. */
  readonly handsOn: boolean
}

/** Lists what a parsed module exports; the overloads of a function are one. */
export function readExports(program: Program): ModuleExports {
  const items = program.type === 'Module' ? program.body : []
  const found = items.flatMap(exportsOf)
  const named = (kind: 'value' | 'type'): readonly string[] => [
    ...new Set(found.filter((entry) => entry.kind === kind).map(({ name }) => name)),
  ]
  const handsOn = items.some(
    (item) =>
      item.type === 'ExportAllDeclaration' ||
      (item.type === 'ExportNamedDeclaration' && (item.source ?? null) !== null),
  )
  return { values: named('value'), types: named('type'), handsOn }
}

interface Export {
  readonly name: string
  readonly kind: 'value' | 'type'
}

function exportsOf(item: ModuleItem): readonly Export[] {
  switch (item.type) {
    case 'ExportDeclaration':
      return declared(item.declaration)
    case 'ExportDefaultDeclaration':
    case 'ExportDefaultExpression':
      return [{ name: 'default', kind: 'value' }]
    case 'ExportNamedDeclaration':
      return item.specifiers.flatMap((specifier) => {
        if (specifier.type !== 'ExportSpecifier') return [{ name: 'default', kind: 'value' }]
        const name = (specifier.exported ?? specifier.orig).value
        return [{ name, kind: item.typeOnly || specifier.isTypeOnly ? 'type' : 'value' }]
      })
    default:
      return []
  }
}

function declared(declaration: Declaration): readonly Export[] {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [{ name: declaration.identifier.value, kind: 'value' }]
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => namesIn(id).map((name) => ({ name, kind: 'value' as const })))
    case 'TsInterfaceDeclaration':
    case 'TsTypeAliasDeclaration':
      return [{ name: declaration.id.value, kind: 'type' }]
    default:
      // An enum or a namespace: neither is erasable, so the compiler refuses it already.
      return []
  }
}

/** A destructuring counts as one value of an unusual name: such an export cannot be named after its file. */
function namesIn(pattern: Pattern): readonly string[] {
  return pattern.type === 'Identifier' ? [pattern.value] : [`(${pattern.type})`]
}
