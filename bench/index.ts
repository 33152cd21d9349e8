/** `npm run bench`: measures the gateway side by side with others, and holds the ratios against the targets. */
import { writeFileSync } from 'node:fs'
import { stopRequest } from '../scripts/stopRequest.mjs'
import { readOptions } from './readOptions.ts'
import type { Options } from './readOptions.ts'
import { describeMachine } from './report/describeMachine.ts'
import { judgeTargets } from './report/judgeTargets.ts'
import { renderRows } from './report/renderRows.ts'
import { renderTargets } from './report/renderTargets.ts'
import { renderWorkload } from './report/renderWorkload.ts'
import { targets } from './report/targets.ts'
import { runBench } from './run/runBench.ts'

const signal = stopRequest()

/** Answers whether every answer was right. */
async function bench(options: Options): Promise<boolean> {
  const machine = describeMachine(new Date())
  console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB, ${machine.system}, ${machine.date}`)
  console.log(
    Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  )
  console.log(`\n${renderRows(options.systems.map(({ name, title }) => [name, `  ${title}`]))}`)
  const runs = await runBench({
    ...options,
    signal,
    say: console.log,
    onWorkload: (workload, ended) => console.log(`\n${renderWorkload(workload, ended)}`),
  })
  const judgements = judgeTargets(targets, runs)
  console.log(`\n${renderTargets(judgements)}`)
  if (options.json !== undefined)
    writeFileSync(
      options.json,
      `${JSON.stringify({ machine, seconds: options.seconds, runs, targets: judgements }, null, 2)}\n`,
    )
  const failed = runs.filter(({ outcome }) => outcome.kind === 'failed')
  if (failed.length > 0) console.log(`\n${failed.length} runs FAILED: an answer was wrong, partial or missing.`)
  return failed.length === 0
}

try {
  process.exitCode = (await bench(readOptions(process.argv.slice(2)))) ? 0 : 1
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(signal.aborted ? 'Stopped before the end.' : error.message)
  process.exitCode = 1
}
