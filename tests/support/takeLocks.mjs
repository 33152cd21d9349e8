import { takeLock } from '../../gateway/disclose/ledger/takeLock.ts'

/** A process that takes the lock of each directory that it is told of, at the moment it is told, and says whether it got it. */
const held = []

async function take({ directory, at }) {
  while (Date.now() < at);
  try {
    held.push(await takeLock(directory))
    return 'held'
  } catch (error) {
    return error.name === 'EnvironmentError' ? 'refused' : String(error)
  }
}

process.on('message', (asked) => void take(asked).then((answer) => process.send?.(answer)))
process.send?.('ready')
