import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readRedisUrl } from '../../../../gateway/redis/readRedisUrl.ts'
import { EnvironmentError } from '../../../../platform/EnvironmentError.ts'

/** The name of what is thrown for an address. */
function problemOf(url: string): string | undefined {
  try {
    readRedisUrl(url)
    return undefined
  } catch (error) {
    return (error as Error).name
  }
}

describe('readRedisUrl', () => {
  test('reads one server', () => {
    expect(readRedisUrl('redis://cache')).toEqual({
      kind: 'single',
      hosts: [{ host: 'cache', port: 6379 }],
      tls: false,
      database: 0,
    })
    expect(readRedisUrl('rediss://who:p%40ss%3A@cache.internal:6380/3')).toEqual({
      kind: 'single',
      hosts: [{ host: 'cache.internal', port: 6380 }],
      tls: true,
      username: 'who',
      password: 'p@ss:',
      database: 3,
    })
  })

  test('reads a password without a name, and one with an unencoded sign in it', () => {
    expect(readRedisUrl('redis://:secret@cache')).toMatchObject({ password: 'secret' })
    expect(readRedisUrl('redis://:secret@cache')).not.toHaveProperty('username')
    expect(readRedisUrl('redis://:se:cr@et@cache')).toMatchObject({
      password: 'se:cr@et',
      hosts: [{ host: 'cache', port: 6379 }],
    })
  })

  test('reads an address of version 6', () => {
    expect(readRedisUrl('redis://[::1]:7000')).toMatchObject({ hosts: [{ host: '::1', port: 7000 }] })
  })

  test('reads sentinels and what they watch', () => {
    expect(readRedisUrl('redis+sentinel://:secret@one,two:26380/applicants/2')).toEqual({
      kind: 'sentinel',
      hosts: [
        { host: 'one', port: 26_379 },
        { host: 'two', port: 26_380 },
      ],
      tls: false,
      password: 'secret',
      master: 'applicants',
      database: 2,
    })
  })

  test('reads nodes of a cluster', () => {
    expect(readRedisUrl('rediss+cluster://one:7000,two:7001,three')).toEqual({
      kind: 'cluster',
      hosts: [
        { host: 'one', port: 7000 },
        { host: 'two', port: 7001 },
        { host: 'three', port: 6379 },
      ],
      tls: true,
      database: 0,
    })
  })

  test.each([
    ['nothing', ''],
    ['another protocol', 'http://cache'],
    ['no host', 'redis://'],
    ['no host behind a name', 'redis://who@'],
    ['an empty host among others', 'redis+cluster://one,,two'],
    ['a port beyond all', 'redis://cache:65536'],
    ['port 0', 'redis://cache:0'],
    ['two servers that are no cluster', 'redis://one,two'],
    ['a database that is no number', 'redis://cache/main'],
    ['more than a database', 'redis://cache/1/2'],
    ['a database of a cluster', 'redis+cluster://one/1'],
    ['sentinels that watch nothing', 'redis+sentinel://one'],
    ['a query', 'redis://cache?family=6'],
    ['a broken escape', 'redis://:%zz@cache'],
    ['a slash in a password', 'redis://user:pa/ss@cache:6379'],
  ])('does not read %s', (_what, url) => {
    const read = (): unknown => readRedisUrl(url)
    expect(read).toThrow(EnvironmentError)
    expect(read).toThrow(
      /^REDIS_URL is no address of a Redis\. Allowed is redis:.+redis\+sentinel:.+redis\+cluster:.+ %2F /,
    )
    expect(read).not.toThrow(/pa\/ss|%zz|6379\/0\?/)
  })

  test('reads back whatever account is written into an address', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (username, password) => {
        const account = [username, password].map(encodeURIComponent).join(':')
        expect(readRedisUrl(`redis://${account}@cache`)).toMatchObject({ username, password })
      }),
    )
  })

  test('reads whatever it is given, or throws an EnvironmentError', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([undefined, 'EnvironmentError']).toContain(problemOf(`redis://${text}`))
      }),
    )
  })
})
