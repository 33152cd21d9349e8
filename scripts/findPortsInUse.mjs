import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Which of these ports somebody listens on. A port 0, or none, asks for a free one and is never in use.
 *
 * @template {{ readonly port: number }} Wanted
 * @param {readonly Wanted[]} wanted
 * @param {string} host
 * @returns {Promise<Wanted[]>}
 */
export async function findPortsInUse(wanted, host) {
  const inUse = await Promise.all(wanted.map(({ port }) => isInUse(port, host)))
  return wanted.filter((_, index) => inUse[index])
}

async function isInUse(port, host) {
  if (!(port > 0 && port < 65_536)) return false
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
    return false
  } catch (error) {
    return error.code === 'EADDRINUSE'
  } finally {
    server.close()
  }
}
