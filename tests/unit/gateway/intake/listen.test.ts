import { describe, expect, it } from '@jest/globals'
import { listen } from '../../../../gateway/intake/listen.ts'
import type { Listener } from '../../../../gateway/intake/listen.ts'

function listener(port: number): Listener {
  return {
    listen: () => Promise.resolve(),
    server: { address: () => ({ address: '127.0.0.1', family: 'IPv4', port }) },
  }
}

function failing(error: Error): Listener {
  return {
    ...listener(1),
    async listen() {
      throw error
    },
  }
}

describe('listening', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8080'],
    ['0.0.0.0', 'http://127.0.0.1:8080'],
    ['::', 'http://127.0.0.1:8080'],
    ['::1', 'http://[::1]:8080'],
    ['gateway.internal', 'http://gateway.internal:8080'],
  ])('at %s is reached at %s', async (host, origin) => {
    expect(await listen(listener(8080), { host, port: 0, variable: 'PORT' })).toBe(origin)
  })

  it.each([
    ['EADDRINUSE', 'PORT is taken by another process. Allowed is a free port, or 0.'],
    ['EACCES', 'PORT is a port that this user may not take. Allowed is a free port, or 0.'],
    ['EADDRNOTAVAIL', 'HOST is no address of this machine.'],
    ['ENOTFOUND', 'HOST is no address of this machine.'],
    ['EAFNOSUPPORT', 'HOST is no address of this machine.'],
  ])('that fails with %s is explained', async (code, sentence) => {
    const server = failing(Object.assign(new Error('listen'), { code }))
    await expect(listen(server, { host: 'a', port: 80, variable: 'PORT' })).rejects.toThrow(sentence)
  })

  it.each([new Error('broken'), Object.assign(new Error('broken'), { code: 'ELSE' })])(
    'that fails otherwise fails as it is',
    async (error) => {
      await expect(listen(failing(error), { host: 'a', port: 80, variable: 'PORT' })).rejects.toBe(error)
    },
  )
})
