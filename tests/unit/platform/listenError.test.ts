import { describe, expect, test } from '@jest/globals'
import { listenError } from '../../../platform/listenError.ts'

const failure = (code: string): Error => Object.assign(new Error(`listen ${code} 10.0.0.1:4001`), { code })

describe('a server that cannot listen', () => {
  test.each([
    ['EADDRINUSE', 'HEALTH_PORT is taken by another process. Allowed is a free port, or 0.'],
    ['EACCES', 'HEALTH_PORT is a port that this user may not take. Allowed is a free port, or 0.'],
    ['EADDRNOTAVAIL', 'HOST is no address of this machine. Allowed is one of its own, or 0.0.0.0 for all.'],
    ['EAFNOSUPPORT', 'HOST is no address of this machine. Allowed is one of its own, or 0.0.0.0 for all.'],
    ['ENOTFOUND', 'HOST is no address of this machine. Allowed is one of its own, or 0.0.0.0 for all.'],
  ])('for %s says which variable is wrong', (code, message) => {
    expect(listenError(failure(code), 'HEALTH_PORT')).toMatchObject({ name: 'EnvironmentError', message })
  })

  test.each([failure('EMFILE'), new Error('no code'), 'no error', null, undefined])(
    'throws %p as it is, since no variable is to blame',
    (thrown) => {
      expect(listenError(thrown, 'HEALTH_PORT')).toBe(thrown)
    },
  )
})
