import type { SourceFile } from '../SourceFile.ts'

const unitTest = /^tests\/unit\/(.+)\.test\.ts$/

/** Holds `tests/unit/` to a mirror of the source: each test lies where the file lies that it tests. */
export function findTestProblems(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path))
  return [...paths].flatMap((path) => {
    const [, tested] = unitTest.exec(path) ?? []
    if (tested === undefined || paths.has(`${tested}.ts`) || paths.has(`${tested}.mjs`)) return []
    return [`${path} tests no file: there is no ${tested}.ts`]
  })
}
