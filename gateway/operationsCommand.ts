import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSchema, Kind } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readConfig } from './config.ts'
import { checkDocument } from './operation/checkDocument.ts'
import { createCostMeter } from './operation/createCostMeter.ts'
import { readCosts } from './operation/readCosts.ts'
import { registerOperations } from './operation/registerOperations.ts'
import { tooLarge } from './operation/tooLarge.ts'
import { attachScalars } from './plan/attachScalars.ts'
import { readSupergraph } from './supergraph/readSupergraph.ts'

const schemaFolder = join(import.meta.dirname, '../schema')
const folder = join(schemaFolder, 'operations')

/** Writes the manifest of `schema/operations`, or with `--check` only compares it; answers what is wrong. */
async function register(check: boolean): Promise<readonly string[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ name: basename(name, '.graphql'), text: readFileSync(join(folder, name), 'utf8') }))
  const { problems, manifest } = registerOperations(files, await createJudge())
  if (problems.length > 0) return problems
  const path = join(folder, 'manifest.json')
  if (existsSync(path) && readFileSync(path, 'utf8') === manifest) return []
  if (check) return ['schema/operations/manifest.json is behind. Run npm run operations and commit it.']
  writeFileSync(path, manifest)
  process.stdout.write('schema/operations/manifest.json is written.\n')
  return []
}

/**
 * Judges by the API and by the limits that a gateway has when its operator sets none, with the largest pages that may be asked
 * for.
 */
async function createJudge(): Promise<(document: DocumentNode) => void> {
  const schema = buildSchema(readFileSync(join(schemaFolder, 'api.graphql'), 'utf8'))
  attachScalars(schema)
  const { operationLimits: limits, supergraphPath } = readConfig({})
  const supergraph = await readSupergraph(supergraphPath)
  const costOptions = { schema, costs: readCosts(supergraph.schema), pageSize: limits.pageSize }
  return function judge(document) {
    checkDocument(document, { schema, limits, showsSchema: false })
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      const cost = createCostMeter(document, definition, costOptions)({ first: limits.pageSize })
      if (cost > limits.cost) throw tooLarge('cost', limits.cost, cost)
    }
  }
}

const problems = await register(process.argv.includes('--check'))
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
