import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeSupergraph } from './composition/composeSupergraph.ts'
import { readSubgraphs } from './readSubgraphs.ts'

/** Writes `supergraph.graphql` and `api.graphql`, or with `--check` only compares them; answers what is wrong. */
function compose(check: boolean): readonly string[] {
  const composition = composeSupergraph(readSubgraphs())
  if (!('supergraph' in composition)) return composition.problems
  const files = [
    { name: 'supergraph.graphql', text: composition.supergraph },
    { name: 'api.graphql', text: composition.api },
  ]
  return files.flatMap(({ name, text }) => {
    const path = join(import.meta.dirname, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return []
    if (check) return [`schema/${name} is not what the agencies compose to. Run npm run compose and commit it.`]
    writeFileSync(path, text)
    process.stdout.write(`schema/${name} is written.\n`)
    return []
  })
}

const problems = compose(process.argv.includes('--check'))
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
