import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { RedisAddress, RedisHost } from './RedisAddress.ts'

const form =
  /^(?<scheme>rediss?(?:\+sentinel|\+cluster)?):\/\/(?:(?<account>[^/?#]*)@)?(?<hosts>[^/?#@]+)(?<path>\/[^?#]*)?$/
const hostForm = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[\w.-]+))(?::(?<port>\d{1,5}))?$/i

const defaultPorts = { single: 6379, sentinel: 26_379, cluster: 6379 } as const

const complaint =
  'REDIS_URL is no address of a Redis. Allowed is redis://user:password@host:6379/0, ' +
  'redis+sentinel://user:password@host:26379,host:26379/master/0 or redis+cluster://user:password@host:6379,host:6379, with or ' +
  'without user, password, ports and 0. Signs such as / ? # % in a password are written as %2F %3F %23 %25.'

/**
 * Reads the address of Redis that REDIS_URL has. Throws an EnvironmentError where the text is none. With `rediss` in place of `redis`, over TLS:
 * - `redis://[user[:password]@]host[:port][/database]`, one server;
 * - `redis+sentinel://[user[:password]@]host[:port][,host[:port]...]/master[/database]`, the sentinels that know it; the
 *   account is that of the server;
 * - `redis+cluster://[user[:password]@]host[:port][,host[:port]...]`, some nodes of a cluster.
 */
export function readRedisUrl(url: string): RedisAddress {
  const address = readAddress(url)
  if (address === null) throw new EnvironmentError(complaint)
  return address
}

function readAddress(url: string): RedisAddress | null {
  const { scheme = '', account, hosts = '', path = '' } = form.exec(url)?.groups ?? {}
  if (scheme === '') return null
  const kind = scheme.endsWith('+sentinel') ? 'sentinel' : scheme.endsWith('+cluster') ? 'cluster' : 'single'
  const places = hosts.split(',').map((text) => readHost(text, defaultPorts[kind]))
  const found = places.filter((place) => place !== null)
  const target = readPath(kind, path)
  const credentials = readAccount(account)
  if (target === null || credentials === null || found.length < places.length) return null
  if (kind === 'single' && found.length > 1) return null
  return { kind, hosts: found, tls: scheme.startsWith('rediss'), ...credentials, ...target }
}

function readHost(text: string, defaultPort: number): RedisHost | null {
  const { v6, name, port } = hostForm.exec(text)?.groups ?? {}
  const host = v6 ?? name
  const number = port === undefined ? defaultPort : Number(port)
  return host === undefined || number < 1 || number > 65_535 ? null : { host, port: number }
}

/** A password alone stands behind a colon, as in `redis://:password@host`. */
function readAccount(account: string | undefined): Pick<RedisAddress, 'username' | 'password'> | null {
  if (account === undefined) return {}
  const [username = '', ...rest] = account.split(':')
  try {
    const parts = { username: decodeURIComponent(username), password: decodeURIComponent(rest.join(':')) }
    return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''))
  } catch {
    return null // A percent sign that encodes nothing.
  }
}

function readPath(kind: RedisAddress['kind'], path: string): Pick<RedisAddress, 'database' | 'master'> | null {
  const parts = path.split('/').filter((part) => part !== '')
  const [master] = kind === 'sentinel' ? parts.splice(0, 1) : []
  const [database = '0'] = parts
  if (parts.length > (kind === 'cluster' ? 0 : 1) || !/^\d{1,5}$/.test(database)) return null
  if (kind !== 'sentinel') return { database: Number(database) }
  return master === undefined ? null : { database: Number(database), master }
}
