/**
 * Stands in for the process of the six agencies: reports seeding and readiness over IPC, and writes down its environment
 * in the file that STAND_IN_REPORT names. STAND_IN_AGENCIES says how it behaves.
 */
import { writeFileSync } from 'node:fs'

const behaviour = process.env.STAND_IN_AGENCIES
if (process.env.STAND_IN_REPORT)
  writeFileSync(process.env.STAND_IN_REPORT, JSON.stringify({ ...process.env, STAND_IN_PID: process.pid }))
if (behaviour === 'fails') {
  console.error('IDENTITY_PORT must be a whole number')
  process.exit(1)
}

process.send({ type: 'progress', agency: 'identity', done: 250, total: 500 })
process.send({ type: 'progress', agency: 'identity', done: 500, total: 500 })
process.send({ type: 'ready' })
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => behaviour !== 'stubborn' && process.exit(0))
process.on('SIGINT', () => behaviour !== 'stubborn' && process.exit(0))
process.on('SIGUSR2', () => process.exit(3)) // An accident.
setInterval(() => {}, 60_000)
