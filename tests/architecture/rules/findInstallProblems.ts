import type { SourceFile } from '../SourceFile.ts'
import { readModule } from '../readModule.ts'

/** Commands that a user may give on a fresh clone, with the oldest Node that we support. */
const firstCommands = ['scripts/start.mjs', 'scripts/test.mjs']

/**
 * Holds what the first commands load at once to plain JavaScript without packages: nothing is installed then, and that
 * Node cannot strip types. What they import later, they import once it is there.
 */
export function findInstallProblems(files: readonly SourceFile[]): readonly string[] {
  const sources = new Map(files.map((file) => [file.path, file]))
  const missing = firstCommands.filter((path) => !sources.has(path)).map((path) => `${path} is not there`)
  const reached = new Set(firstCommands)
  const problems: string[] = []
  for (const path of reached) {
    const source = sources.get(path)
    const imports = source === undefined ? [] : readModule(source).imports.filter(({ later }) => !later)
    for (const { target, ours } of imports) {
      if (ours) reached.add(target)
      if (ours ? !target.endsWith('.mjs') : !target.startsWith('node:')) {
        problems.push(`${path} imports ${target}, which is of no use before installation`)
      }
    }
  }
  return [...missing, ...problems]
}
