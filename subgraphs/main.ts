import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { createLogger } from '../platform/createLogger.ts'
import { prefixOf } from '../platform/prefixOf.ts'
import { runProcess } from '../platform/runProcess.ts'
import { warnOfMisspelt } from '../platform/warnOfMisspelt.ts'
import { agencies } from './index.ts'
import { agencyVariables } from './kit/agencyVariables.ts'
import { chooseAgencies } from './kit/chooseAgencies.ts'
import { readAgencyConfig } from './kit/readAgencyConfig.ts'
import { sharedVariables } from './kit/sharedVariables.ts'
import { startAgency } from './kit/startAgency.ts'

/** Serves the agencies named on the command line in this one process; all six where none is named. */
try {
  const chosen = chooseAgencies(agencies, process.argv.slice(2))
  const configs = chosen.map((agency) => ({ agency, config: readAgencyConfig(agency, process.env) }))
  const logger = createLogger({ name: 'agencies', level: configs[0]?.config.logLevel ?? 'info' })
  const own = chosen.map(({ name }) => ({ schema: agencyVariables, prefix: prefixOf(name) }))
  warnOfMisspelt(process.env, [{ schema: sharedVariables }, ...own], logger)
  await runProcess({
    logger,
    stopLimit: 2_000,
    async start() {
      const started = await Promise.all(
        configs.map(({ agency, config }) =>
          startAgency(agency, config, {
            logger: createLogger({ name: agency.name, level: config.logLevel }),
            clock: Date.now,
            onProgress: (done, total) => process.send?.({ type: 'progress', agency: agency.name, done, total }),
          }),
        ),
      )
      process.send?.({ type: 'ready' })
      return { stop: async () => void (await Promise.all(started.map((agency) => agency.stop()))) }
    },
  })
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
