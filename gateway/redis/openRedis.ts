import { Cluster, Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import type { RedisAddress } from './RedisAddress.ts'
import { commandOf } from './commandOf.ts'
import { redialWhenReadOnly } from './redialWhenReadOnly.ts'

/** Milliseconds. The store's callers wait for none of these: they have a signal of their own. */
const limits = {
  connect: 2000,
  /** Of silence while an answer is due. A server that hangs is left, and its unanswered commands with it. */
  silence: 1000,
  disconnect: 200,
  longestPause: 2000,
}

/**
 * A client that is always on its way to Redis and never given up: it begins to connect at once, tries again for ever,
 * and refuses commands while there is no connection. Nothing waits for it. A server that refuses the database is none to it.
 */
export function openRedis(address: RedisAddress): Redis | Cluster {
  switch (address.kind) {
    case 'single':
      return inItsDatabase(
        new Redis({ ...serverOptions(address), ...alone, ...address.hosts[0], db: address.database }),
      )
    case 'sentinel':
      return inItsDatabase(openBySentinels(address))
    case 'cluster':
      return openCluster(address)
    default:
      return address.kind satisfies never
  }
}

/** Leaves a server that refuses the database, before it is ready: the client would go on with database 0, which is not ours. */
function inItsDatabase(client: Redis): Redis {
  return client.on('error', (error: unknown) => {
    if (commandOf(error) === 'select') client.disconnect(true)
  })
}

function openBySentinels(address: RedisAddress): Redis {
  const { hosts, tls, master = '', database } = address
  return new Redis({
    ...serverOptions(address),
    ...alone,
    sentinels: [...hosts],
    name: master,
    db: database,
    enableTLSForSentinelMode: tls,
    sentinelCommandTimeout: limits.silence,
    sentinelRetryStrategy: pauseBefore,
    ...(tls ? { sentinelTLS: {} } : {}),
  })
}

function openCluster(address: RedisAddress): Cluster {
  return new Cluster([...address.hosts], {
    redisOptions: serverOptions(address),
    enableOfflineQueue: false,
    // One write a node and turn of the event loop, however many slots are asked: half the CPU of a read with agency counters.
    enableAutoPipelining: true,
    clusterRetryStrategy: pauseBefore,
    slotsRefreshTimeout: limits.silence,
    // One to the node that has the slot by now and some for a fail-over; after that nobody waits any longer.
    maxRedirections: 4,
    // A certificate names a host, so the names are not resolved before they are compared.
    ...(address.tls ? { dnsLookup: (host, callback) => callback(null, host) } : {}),
  })
}

/** What is said of a connection to any server, also to one of a cluster. */
function serverOptions({ tls, username, password }: RedisAddress) {
  return {
    protocol: 2 as const, // Nothing newer is used, and every proxy knows it.
    connectTimeout: limits.connect,
    socketTimeout: limits.silence,
    reconnectOnError: redialWhenReadOnly(() => performance.now()),
    // A command is never repeated: whoever asked has gone on by then.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    disconnectTimeout: limits.disconnect,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  } satisfies RedisOptions
}

/** Beside the cluster's client, which has its own words for these. */
const alone = { enableOfflineQueue: false, retryStrategy: pauseBefore }

function pauseBefore(attempt: number): number {
  return Math.min(limits.longestPause, 25 * 2 ** Math.min(attempt, 10))
}
