import { z } from 'zod'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { createLogger } from '../platform/createLogger.ts'
import { prefixOf } from '../platform/prefixOf.ts'
import type { Running } from '../platform/runProcess.ts'
import { runProcess } from '../platform/runProcess.ts'
import type { ReadVariables } from '../platform/warnOfMisspelt.ts'
import { warnOfMisspelt } from '../platform/warnOfMisspelt.ts'
import { readConfig } from './config.ts'
import { gatewayVariables } from './gatewayVariables.ts'
import { createServer } from './server.ts'

/** Milliseconds that stopping may take. */
const stopLimit = 1_900

try {
  const config = readConfig(process.env)
  const logger = createLogger({ name: 'gateway', level: config.logLevel })
  const warn = (agencies: readonly string[]): void =>
    warnOfMisspelt(process.env, [{ schema: gatewayVariables }, ...agencies.map(addressOf)], logger)
  await runProcess({
    logger,
    stopLimit,
    async start(): Promise<Running> {
      const server = await createServer(config, { logger, clock: Date.now }).catch((error: unknown) => {
        warn([])
        throw error
      })
      warn(server.agencies())
      const addresses = await server.listen()
      logger.info(addresses, 'gateway is ready')
      process.send?.({ type: 'ready', ...addresses })
      return server
    },
  })
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The variable with the address of an agency; which agencies there are is known once the supergraph is read. */
function addressOf(agency: string): ReadVariables {
  return { schema: z.object({ URL: gatewayVariables.shape['<AGENCY>_URL'] }), prefix: prefixOf(agency) }
}
