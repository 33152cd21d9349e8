import { subscribe } from 'node:diagnostics_channel'

/** Loaded with `--import`: the process tells its parent of every connection that it opens. */
subscribe('net.client.socket', () => {
  process.send?.({ type: 'connection' })
})
