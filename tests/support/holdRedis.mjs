/** Starts a Redis in the folder given, prints its process number, and keeps it until it is killed itself. */
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { findRedisServer } from '../../scripts/findRedisServer.mjs'
import { launchRedis } from '../../scripts/launchRedis.mjs'

const program = findRedisServer(process.env)
const { pid } = await launchRedis({ program, folder: process.argv[2], port: await findFreePort() })
console.log(pid)
setInterval(() => {}, 60_000)
