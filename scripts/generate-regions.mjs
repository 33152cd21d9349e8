import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { projectRoot } from './projectRoot.mjs'

/**
 * Writes what the project keeps of `idn-area-data`: the civil registry's regions (all provinces, regencies and districts,
 * since a NIK can come from any of them; the villages of East Nusa Tenggara) as a migration, and the village codes that
 * synthetic people live in. With `--check` it writes nothing and fails when a file differs.
 *
 * The migration is never written anew once a database has it: newer codes need a migration of their own.
 */

const province = '53'
const villages = (await getVillages()).filter(({ code }) => code.startsWith(`${province}.`))
const regions = [await getProvinces(), await getRegencies(), await getDistricts(), villages].flat()

const files = {
  'subgraphs/identity/migrations/0002_regions.sql': migrationOf(regions),
  'subgraphs/kit/population/villages.generated.ts': villageModule(villages),
}

for (const [name, text] of Object.entries(files)) {
  const path = join(projectRoot, name)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${name} differs from idn-area-data; run node scripts/generate-regions.mjs.`)
    process.exitCode = 1
  }
}

/** A few names have a double quote where the others have an apostrophe. */
function migrationOf(rows) {
  const lines = rows.map(({ code, name }) => `${code} ${name.replaceAll('"', '’')}`).toSorted()
  return `-- Made by scripts/generate-regions.mjs from idn-area-data (Kepmendagri 300.2.2-2430/2025), which is under the Open
-- Database License: all provinces, regencies and districts, and the villages of East Nusa Tenggara. A code and a name a line.
INSERT INTO region (code, name)
SELECT split_part(line, ' ', 1), substr(line, strpos(line, ' ') + 1)
FROM string_to_table(trim(E'\\n' FROM $$
${lines.join('\n')}
$$), E'\\n') AS line;
`
}

function villageModule(rows) {
  const numbers = Map.groupBy(
    rows.map(({ code }) => code),
    (code) => code.slice(0, 8),
  )
  const lines = [...numbers].map(([district, codes]) => `  '${district}': '${rangesOf(codes)}',`)
  return `// Made by scripts/generate-regions.mjs from idn-area-data, which is under the Open Database License.

/** The villages of each district of East Nusa Tenggara: the last parts of their codes, runs of them as \`2001-2019\`. */
export const villages: Readonly<Record<string, string>> = {
${lines.toSorted().join('\n')}
}
`
}

function rangesOf(codes) {
  const runs = []
  for (const number of codes.map((code) => Number(code.slice(9))).toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(' ')
}
