/** Starts an embedded PostgreSQL on the folder given, prints its process number, and keeps it until it is killed itself. */
import { startEmbeddedPostgres } from '../../scripts/startEmbeddedPostgres.mjs'

const { pid } = await startEmbeddedPostgres({ dataDir: process.argv[2], durable: false })
console.log(pid)
setInterval(() => {}, 60_000)
