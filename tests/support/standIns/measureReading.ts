/**
 * Reads texts from its standard input, as a gateway does, and answers the CPU that each took in milliseconds, and the codes of
 * what was wrong with it. A process of its own: Jest and its coverage take several times as much.
 */
import { readFileSync } from 'node:fs'
import { buildASTSchema, buildSchema, parse } from 'graphql'
import { readConfig } from '../../../gateway/config.ts'
import { createOperationReader } from '../../../gateway/operation/createOperationReader.ts'
import type { OperationReader } from '../../../gateway/operation/createOperationReader.ts'
import { createRegistry } from '../../../gateway/operation/createRegistry.ts'
import { readCosts } from '../../../gateway/operation/readCosts.ts'
import { readManifest } from '../../../gateway/operation/readManifest.ts'
import { attachScalars } from '../../../gateway/plan/attachScalars.ts'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
attachScalars(schema)
const rules = { schema, limits: readConfig({}).operationLimits, showsSchema: true }
const supergraph = buildASTSchema(parse(readFileSync('schema/supergraph.graphql', 'utf8')), { assumeValidSDL: true })
const costs = readCosts(supergraph)
const digestKey = Buffer.alloc(32, 7)

/** Milliseconds of CPU that reading takes on average, after some for the compiler. Each text is new to the reader. */
function measure(reader: OperationReader, text: string) {
  const codes = new Set<unknown>()
  function readOnce(time: number): void {
    const query = `${text}\n#${time}`
    try {
      reader.read({ method: 'POST', query, hash: undefined, operationName: undefined, variables: {} })
    } catch (error) {
      const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
      for (const one of errors)
        codes.add((one as { readonly extensions?: { readonly code?: unknown } }).extensions?.code)
    }
  }
  for (let time = 0; time < 10; time += 1) readOnce(time)
  const before = process.cpuUsage()
  for (let time = 10; time < 40; time += 1) readOnce(time)
  const { user, system } = process.cpuUsage(before)
  return { milliseconds: (user + system) / 30_000, codes: [...codes] }
}

async function registeredOnly(): Promise<OperationReader> {
  const manifest = await readManifest({ path: 'schema/operations/manifest.json', optional: false })
  const registry = await createRegistry(manifest.values(), rules)
  return createOperationReader({ ...rules, costs, digestKey, registry, registeredOnly: true })
}

const any = createOperationReader({ ...rules, costs, digestKey, registeredOnly: false })
const registered = await registeredOnly()
const texts = JSON.parse(readFileSync(0, 'utf8')) as readonly string[]
process.stdout.write(JSON.stringify(texts.map((text) => [measure(any, text), measure(registered, text)])))
