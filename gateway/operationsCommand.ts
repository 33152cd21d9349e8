import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSchema } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readConfig } from './config.ts'
import { checkDocument } from './operation/checkDocument.ts'
import { registerOperations } from './operation/registerOperations.ts'
import { attachScalars } from './plan/attachScalars.ts'

const schemaFolder = join(import.meta.dirname, '../schema')
const folder = join(schemaFolder, 'operations')

/** Writes the manifest of `schema/operations`, or with `--check` only compares it; answers what is wrong. */
function register(check: boolean): readonly string[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ name: basename(name, '.graphql'), text: readFileSync(join(folder, name), 'utf8') }))
  const { problems, manifest } = registerOperations(files, createJudge())
  if (problems.length > 0) return problems
  const path = join(folder, 'manifest.json')
  if (existsSync(path) && readFileSync(path, 'utf8') === manifest) return []
  if (check) return ['schema/operations/manifest.json is behind. Run npm run operations and commit it.']
  writeFileSync(path, manifest)
  return []
}

/** Judges by the API and by the limits that a gateway has when its operator sets none. */
function createJudge(): (document: DocumentNode) => void {
  const schema = buildSchema(readFileSync(join(schemaFolder, 'api.graphql'), 'utf8'))
  attachScalars(schema)
  const { operationLimits: limits } = readConfig({})
  return function judge(document) {
    checkDocument(document, { schema, limits, open: false })
  }
}

const problems = register(process.argv.includes('--check'))
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
