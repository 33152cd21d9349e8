import { posix } from 'node:path'
import type { SourceFile } from '../SourceFile.ts'
import { readModule } from '../readModule.ts'

/** Files whose names say their place and not their export. */
const namedByPlace = [
  /(^|\/)index\.ts$/,
  /^gateway\/(config|context|metrics|server)\.ts$/,
  /^subgraphs\/[^/]+\/source\.ts$/,
  // Configuration of a tool, which asks for a default export.
  /^[^/]+$/,
]

/** Holds modules to one exported value, after which the file is named; a file of types is named after one of them. */
export function findExportProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path) && !path.includes('.generated.'))
    .flatMap((file) => problemsOf(file).map((problem) => `${file.path} ${problem}`))
}

function problemsOf(file: SourceFile): readonly string[] {
  const { values, types, handsOn } = readModule(file)
  if (handsOn) return ["hands on another module's exports: import them where they are used"]
  if (values.length > 1) return [`exports ${values.length} values (${values.join(', ')}): one a file`]
  const name = posix.basename(file.path).replace(/\.\w+$/, '')
  const candidates = values.length === 1 ? values : types
  if (candidates.length === 0 || candidates.includes(name)) return []
  if (namedByPlace.some((place) => place.test(file.path))) return []
  return [`is not named after its export (${candidates.join(', ')})`]
}
