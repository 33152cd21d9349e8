/** The stub agencies as a process of their own: over IPC they are told how long to take, and asked how often they were called. */
import type { AgenciesMessage } from './agencies/launchAgencies.ts'
import { startAgencies } from './agencies/startAgencies.ts'

const agencies = await startAgencies()

async function receive(message: AgenciesMessage): Promise<void> {
  if (message.type === 'delay') await agencies.setDelay(message.milliseconds)
  process.send?.(message.type === 'calls' ? { ...message, calls: await agencies.takeCalls() } : message)
}
process.on('message', (message: AgenciesMessage) => void receive(message))
// A terminal's Ctrl-C goes to whoever started this, who decides the order of stopping.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

process.send?.({ type: 'ready', urls: Object.fromEntries(agencies.urls) })
