import { posix } from 'node:path'
import { parseSync } from '@swc/core'
import type { Program } from '@swc/core'
import type { SourceFile } from './SourceFile.ts'
import { findNodes } from './findNodes.ts'
import type { SyntaxNode } from './findNodes.ts'
import { readExports } from './readExports.ts'
import type { ModuleExports } from './readExports.ts'

/** One module that another takes something from. */
export interface ModuleImport {
  /** The path from the root for one of ours, else as it is written. */
  readonly target: string
  readonly ours: boolean
  /** True when nothing of it is left once the types are stripped. */
  readonly typeOnly: boolean
  /** True for `import()`, which happens when it is reached. */
  readonly later: boolean
}

/** What the rules ask of a module's code. */
export interface Module extends ModuleExports {
  readonly imports: readonly ModuleImport[]
  readonly readsEnvironment: boolean
}

/** Parses a file and answers what it imports, exports and reads. Throws where it does not parse. */
export function readModule({ path, text }: SourceFile): Module {
  const program = parse(path, text)
  const nodes = findNodes(program)
  const imports = nodes.flatMap((node) => importsIn(node).map((found) => ({ ...found, ...locate(path, found.target) })))
  const written = new Set(nodes.flatMap(({ type, left }) => (type === 'AssignmentExpression' ? findNodes(left) : [])))
  const readsEnvironment = nodes.some((node) => readsFromProcess(node) && !written.has(node))
  return { ...readExports(program), imports, readsEnvironment }
}

function parse(path: string, text: string): Program {
  try {
    return parseSync(text, { syntax: 'typescript', target: 'es2024' })
  } catch (error) {
    throw new Error(`${path} does not parse.`, { cause: error })
  }
}

/** True for `process.env`, `const { env } = process` and `import { env } from 'node:process'`. */
function readsFromProcess(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return textOf(node['object']) === 'process' && textOf(node['property']) === 'env'
    case 'VariableDeclarator':
      return textOf(node['init']) === 'process'
    case 'ImportDeclaration':
      return /^(node:)?process$/.test(textOf(node['source']) ?? '')
    default:
      return false
  }
}

type FoundImport = Omit<ModuleImport, 'ours'>

function importsIn(node: SyntaxNode): readonly FoundImport[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return importOf(node['source'], { typeOnly: node['typeOnly'] === true, later: false })
    case 'CallExpression':
      return isNodeOf(node['callee'], 'Import')
        ? importOf(firstText(node['arguments']), { typeOnly: false, later: true })
        : []
    case 'TsImportType':
      return importOf(node['argument'], { typeOnly: true, later: false })
    default:
      return []
  }
}

function importOf(specifier: unknown, kind: Omit<FoundImport, 'target'>): readonly FoundImport[] {
  const target = textOf(specifier)
  return target === undefined ? [] : [{ target, ...kind }]
}

function locate(path: string, specifier: string): Pick<ModuleImport, 'target' | 'ours'> {
  if (!specifier.startsWith('.')) return { target: specifier, ours: false }
  return { target: posix.join(posix.dirname(path), specifier), ours: true }
}

function isNodeOf(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type
}

function textOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('value' in node)) return undefined
  return typeof node.value === 'string' ? node.value : undefined
}

function firstText(tree: unknown): unknown {
  return findNodes(tree).find(({ type }) => type === 'StringLiteral')
}
