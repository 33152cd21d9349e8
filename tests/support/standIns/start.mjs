/** What scripts/start.mjs does, with stand-ins for the agencies and the gateway and the data folder given. */
import { join } from 'node:path'
import { agencies } from '../../../scripts/agencies.mjs'
import { runEverything } from '../../../scripts/runEverything.mjs'
import { stopRequest } from '../../../scripts/stopRequest.mjs'

const here = import.meta.dirname
process.exitCode = await runEverything({
  agencies,
  commands: {
    agencies: [process.execPath, join(here, 'agencies.mjs')],
    gateway: [process.execPath, join(here, 'gateway.mjs')],
  },
  root: here,
  dataDir: process.argv[2],
  environment: process.env,
  output: process.stdout,
  signal: stopRequest(),
})
