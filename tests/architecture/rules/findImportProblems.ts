import type { SourceFile } from '../SourceFile.ts'
import { readModule } from '../readModule.ts'
import type { ModuleImport } from '../readModule.ts'
import { partOf } from './partOf.ts'
import { stages } from './stages.ts'

/** Packages that one part of the project hides from all the others. */
const homes: Readonly<Record<string, readonly string[]>> = {
  // The engine that ours is compared with.
  '@apollo/gateway': ['gateway/plan/apollo/', 'bench/servers/', 'tests/'],
  // Only an agency has a database.
  pg: ['subgraphs/kit/', 'scripts/', 'tests/'],
}

/** What puts stages together: the server, and the entries of processes. */
const assemblers = new Set([
  'index.ts',
  'server.ts',
  'openGate.ts',
  'openGraph.ts',
  'openGraphs.ts',
  'cacheCommand.ts',
  'operationsCommand.ts',
  'ledgerCommand.ts',
])

/**
 * Holds imports to the way a request flows (docs/lifecycle.md): a stage of the gateway knows only what comes after it,
 * gateway and agencies know nothing of each other, an agency nothing of another, and the ground nothing of what stands on it.
 */
export function findImportProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path) && !path.includes('.generated.'))
    .flatMap((file) =>
      readModule(file).imports.flatMap((imported) => {
        const problem = imported.ours ? problemOf(file.path, imported) : homelessness(file.path, imported)
        return problem === null ? [] : [`${file.path} imports ${imported.target}: ${problem}`]
      }),
    )
}

function homelessness(path: string, { target }: ModuleImport): string | null {
  const home = homes[target]
  if (home === undefined || home.some((folder) => path.startsWith(folder))) return null
  return `only ${home.join(', ')} may`
}

/** Why one of our modules may not be imported from here, or null where it may. */
function problemOf(path: string, { target, typeOnly }: ModuleImport): string | null {
  const from = partOf(path)
  const to = partOf(target)
  if (from.name === 'tests') return null
  if (from.name === to.name && from.name !== 'gateway' && from.name !== 'subgraphs') return null
  switch (from.name) {
    case 'platform':
      return 'platform/ stands on nothing of ours'
    case 'scripts':
      return to.name === 'platform' ? null : 'scripts/ starts the others as processes, and may know only platform/'
    case 'schema':
      return problemInSchema(path, target)
    case 'gateway':
      return to.name === 'gateway'
        ? problemBetweenStages({ from: from.inner, to: to.inner, typeOnly })
        : problemOutside(target)
    case 'subgraphs':
      return to.name === 'subgraphs' ? problemBetweenAgencies(from.inner, to.inner) : problemOutside(target)
    default:
      return null
  }
}

/** The commands in schema/ itself know the roster; the folders below are shared by gateway and agencies, so they know neither. */
function problemInSchema(path: string, target: string): string | null {
  if (target.startsWith('platform/')) return null
  if (target === 'subgraphs/index.ts' && partOf(path).inner.endsWith('.ts')) return null
  return 'schema/ may know platform/, and its commands the roster'
}

/** What gateway and agencies alike may import from elsewhere. */
function problemOutside(target: string): string | null {
  if (target.startsWith('platform/')) return null
  if (/^schema\/[^/]+\//.test(target)) return null
  return 'gateway/ and subgraphs/ meet over the network, and share only platform/ and the folders of schema/'
}

interface StageImport {
  /** The folder, or the file where it lies in gateway/ itself. */
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function problemBetweenStages({ from, to, typeOnly }: StageImport): string | null {
  if (from === to || assemblers.has(from)) return null
  if (to === 'config.ts' || to === 'context.ts') return null
  const stageImports = stages.includes(from)
  if (!stages.includes(to)) return stageImports ? 'a stage does not know what puts it together' : null
  if (!stageImports)
    return typeOnly ? null : 'only server.ts and the entries of processes know more of a stage than types'
  return stages.indexOf(to) > stages.indexOf(from) ? null : `${to} comes before ${from}`
}

function problemBetweenAgencies(from: string, to: string): string | null {
  if (from === to || to === 'kit' || from === 'main.ts') return null
  if (from === 'index.ts') return null
  if (from === 'kit') return 'the kit knows no agency'
  return 'an agency knows only itself and the kit'
}
