import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

/** Everything that `npm run check` asks for. Each command can be run by itself, with `npx` before it. */
const checks = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'oxlint' },
  { name: 'format', command: 'prettier --check .' },
  { name: 'unused code', command: 'knip' },
  { name: 'composition', command: 'node schema/compose.ts --check' },
  { name: 'operations', command: 'node gateway/operationsCommand.ts --check' },
  { name: 'schema types', command: 'graphql-codegen --config codegen.ts --check --errors-only' },
  { name: 'regions', command: 'node scripts/generate-regions.mjs --check' },
  { name: 'generated documents', command: 'node docs/generate.ts --check' },
]

/** A check takes one core; more at once would only make each slower on a small machine. */
const atOnce = 2

const environment = {
  ...process.env,
  PATH: `${join(projectRoot, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
}

/** Runs the command; `output` is what it wrote, both streams as they came. */
function run({ name, command }) {
  return new Promise((resolve) => {
    const started = performance.now()
    const chunks = []
    const child = spawn(command, { cwd: projectRoot, env: environment, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000
      resolve({ name, command, ok: code === 0, seconds, output: Buffer.concat(chunks).toString() })
    })
  })
}

function report({ name, ok, seconds }) {
  console.log(`${name.padEnd(20)}${ok ? 'ok' : 'failed'}${' '.repeat(ok ? 6 : 2)}${seconds.toFixed(1)} s`)
}

const waiting = [...checks]
const failed = []

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const result = await run(check)
    report(result)
    if (!result.ok) failed.push(result)
  }
}

await Promise.all(Array.from({ length: atOnce }, work))
for (const { name, command, output } of failed) console.log(`\n${name}: ${command}\n\n${output.trim()}`)
process.exitCode = failed.length === 0 ? 0 : 1
