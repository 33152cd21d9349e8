import { join } from 'node:path'
import { createSeedingProgress } from './createSeedingProgress.mjs'
import { createWhole } from './createWhole.mjs'
import { findPortsInUse } from './findPortsInUse.mjs'
import { selfCheck } from './selfCheck.mjs'

/**
 * Runs the six agencies and the gateway, on embedded databases where none are named, until `signal` asks it to stop or
 * one of them ends. Tells `output` where the gateway listens once it has answered for all agencies. Resolves with an
 * exit code when everything has stopped.
 *
 * @param {Omit<Parameters<typeof import('./createWhole.mjs').createWhole>[0], 'onProgress'> & { readonly output: NodeJS.WriteStream }} options
 */
export async function runEverything(options) {
  const { agencies, dataDir, environment, output, signal } = options
  const begin = performance.now()
  const progress = createSeedingProgress({ output, agencies: agencies.length })
  const whole = createWhole({ ...options, onProgress: (message) => progress.report(message) })
  try {
    await refusePortsInUse(agencies, environment)
    output.write(`Starting. Logs are in ${join(dataDir, 'logs')}.\n`)
    const url = await whole.start()
    progress.finish()
    const verdict = await Promise.race([check(url, agencies), whole.failed])
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    output.write(`Satu Atap is ready at ${new URL(url).origin} in ${seconds} s. ${verdict}\n${exampleFor(url)}`)
    return await whole.failed
  } catch (error) {
    progress.finish()
    if (signal.aborted) {
      output.write('Stopping.\n')
      return 0
    }
    output.write(`${error.message}\n`)
    return 1
  } finally {
    await whole.stop()
  }
}

/** A first question to ask from a terminal, as an officer of the one-stop office that serves the first persona. */
function exampleFor(url) {
  const { origin } = new URL(url)
  const body = JSON.stringify({
    query: '{ applicant(nik: "5318075205999001") { fullName departureReadiness { status } } }',
  })
  return [
    'Ask it something:',
    `  curl -s ${origin}/graphql -H "authorization: Bearer $(curl -s '${origin}/dev/token?as=ltsa-officer')" \\`,
    `    -H 'x-purpose: service-delivery' -H 'content-type: application/json' -d '${body}'`,
    '',
  ].join('\n')
}

async function refusePortsInUse(agencies, environment) {
  const defaults = [
    { variable: 'PORT', port: 4000 },
    { variable: 'METRICS_PORT', port: 4100 },
    ...agencies.map(({ prefix, port }) => ({ variable: `${prefix}PORT`, port })),
  ]
  const wanted = defaults.map(({ variable, port }) => ({ variable, port: Number(environment[variable] ?? port) }))
  const inUse = await findPortsInUse(wanted, environment.HOST ?? '127.0.0.1')
  if (inUse.length === 0) return
  const which = inUse.map(({ variable, port }) => `Port ${port} is in use; set ${variable} to another one.`)
  throw new Error([...which, 'Perhaps Satu Atap is running already.'].join('\n'))
}

async function check(url, agencies) {
  const names = agencies.map(({ name }) => name)
  const { isLocked, missing, readiness } = await selfCheck(url, names).catch((error) => {
    throw new Error(`The self-check failed: ${error.message}.`, { cause: error })
  })
  if (isLocked) return 'Self-check: it takes tokens of your own issuer alone, so nothing was asked.'
  if (missing.length > 0) throw new Error(`The self-check failed: no answer from ${missing.join(', ')}.`)
  const count = inWords(names.length)
  return `Self-check: persona 1 answered by ${count} of ${count} agencies, readiness ${readiness}.`
}

function inWords(count) {
  return ['zero', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count)
}
