import type { SourceFile } from '../SourceFile.ts'
import { readModule } from '../readModule.ts'

/** The entries of processes, which hand the environment on, and what runs around the project. */
const readers = [
  /^gateway\/(index|cacheCommand|ledgerCommand)\.ts$/,
  /^subgraphs\/main\.ts$/,
  /^scripts\//,
  /^bench\//,
  /^tests\//,
  /^[^/]+$/,
]

/** Holds `process.env` to where a process begins; from there it travels as a frozen configuration. */
export function findEnvironmentProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(ts|mjs)$/.test(path) && !readers.some((reader) => reader.test(path)))
    .filter((file) => readModule(file).readsEnvironment)
    .map(({ path }) => `${path} reads process.env: take what it needs as an option`)
}
