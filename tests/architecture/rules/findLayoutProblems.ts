import { posix } from 'node:path'
import type { SourceFile } from '../SourceFile.ts'
import { partOf } from './partOf.ts'
import { stages } from './stages.ts'

const gatewayFiles = [
  'README.md',
  'index.ts',
  'requireFitting.ts',
  'server.ts',
  'cacheCommand.ts',
  'operationsCommand.ts',
  'ledgerCommand.ts',
  'config.ts',
  'context.ts',
  'gatewayVariables.ts',
  'metrics.ts',
  'openGraph.ts',
  'openGate.ts',
  'openGraphs.ts',
]
const subgraphsFiles = ['README.md', 'index.ts', 'main.ts']

/** What every agency's folder holds; a name with a slash at its end is a folder. */
const agencyParts = [
  'index.ts',
  'migrations/',
  'resolvers.ts',
  'schema.graphql',
  'seed.ts',
  'source.ts',
  'types.generated.ts',
]
/** What it may hold beside: rules of the agency's field that need no database. */
const agencyExtra = 'rules/'

/** Names that say nothing of what is inside. */
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types'])

/** Holds the project to its layout: folders of the gateway, shape of an agency, names that say something. */
export function findLayoutProblems(files: readonly SourceFile[]): readonly string[] {
  const paths = files.map(({ path }) => path)
  return [...nameProblems(paths), ...gatewayProblems(paths), ...subgraphsProblems(paths)]
}

function nameProblems(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path.split('/').some((name) => emptyNames.has(posix.parse(name).name)))
    .map((path) => `${path} has a name that says nothing of what is inside`)
}

function gatewayProblems(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => partOf(path).name === 'gateway')
    .filter((path) => !gatewayFiles.includes(partOf(path).inner) && !stages.includes(partOf(path).inner))
    .map((path) => `${path} is in no stage of the gateway`)
}

function subgraphsProblems(paths: readonly string[]): readonly string[] {
  const inside = paths.filter((path) => partOf(path).name === 'subgraphs')
  const names = new Set(inside.map((path) => partOf(path).inner).filter((name) => !subgraphsFiles.includes(name)))
  return [...names].filter((name) => name !== 'kit').flatMap((name) => agencyProblems(name, inside))
}

function agencyProblems(agency: string, paths: readonly string[]): readonly string[] {
  const folder = `subgraphs/${agency}/`
  const parts = new Set(
    paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length).replace(/\/.*$/, '/')),
  )
  const missing = agencyParts.filter((part) => !parts.has(part)).map((part) => `${folder} has no ${part}`)
  const surplus = [...parts]
    .filter((part) => !agencyParts.includes(part) && part !== agencyExtra)
    .map((part) => `${folder} has ${part}, which no other agency has`)
  return [...missing, ...surplus]
}
