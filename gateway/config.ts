import { join, resolve } from 'node:path'
import { z } from 'zod'
import { developmentCacheSecret } from '../platform/developmentCacheSecret.ts'
import { developmentCallSecret } from '../platform/developmentCallSecret.ts'
import { developmentLedgerSecret } from '../platform/developmentLedgerSecret.ts'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { readEnvironment } from '../platform/readEnvironment.ts'
import type { DispatchLimits } from './agency/createDispatch.ts'
import { gatewayVariables } from './gatewayVariables.ts'
import type { OperationLimits } from './operation/OperationLimits.ts'

/** Everything that an operator decides about the gateway, frozen. */
export interface Config {
  readonly production: boolean
  readonly host: string
  readonly port: number
  readonly metricsPort: number
  readonly logLevel: string
  readonly supergraphPath: string
  /** Milliseconds between two looks at the supergraph's file; 0 for never. */
  readonly supergraphWatch: number
  readonly engine: 'satu-atap' | 'apollo'
  readonly callSecret: string
  readonly allowedOrigins: readonly string[]
  /** Milliseconds in which a request is answered, with gaps where agencies did not. */
  readonly deadline: number
  readonly bodyLimit: number
  readonly requestsInFlight: number
  readonly operationLimits: OperationLimits
  readonly agencyCalls: AgencyCallLimits
  readonly cache: CacheConfig
  readonly ledger: LedgerConfig
  /** The address that the environment gives an agency, or undefined. Throws an EnvironmentError for one that is no URL. */
  readonly agencyUrl: (agency: string) => string | undefined
}

/** What an operator decides about the cache. */
export type CacheConfig = CacheOff | CacheInMemory | CacheInRedis

export interface CacheOff {
  readonly store: 'off'
}

interface CacheSecrets {
  readonly secret: string
  readonly olderSecrets: readonly string[]
}

export interface CacheInMemory extends CacheSecrets {
  readonly store: 'memory'
  readonly maxBytes: number
}

export interface CacheInRedis extends CacheSecrets {
  readonly store: 'redis'
  readonly url: string
}

/** What an operator decides about the ledger. */
export interface LedgerConfig {
  readonly enabled: boolean
  /** A directory. */
  readonly path: string
  readonly secret: string
  readonly segmentBytes: number
}

/** What an operator decides about calls to agencies; the rest has defaults of its own. */
export type AgencyCallLimits = Pick<
  DispatchLimits,
  'timeout' | 'connections' | 'queue' | 'maxAnswerBytes' | 'breakerPause'
>

/** Milliseconds. */
const usualAgencyTimeout = 2000

/** Reads the environment into a Config, or throws an EnvironmentError that names what is wrong. */
export function readConfig(source: Readonly<Record<string, string | undefined>>): Config {
  const values = readEnvironment(gatewayVariables, source)
  const production = values.NODE_ENV === 'production'
  if (production && values.CALL_SECRET === developmentCallSecret) throw unset('CALL_SECRET')
  requireFitting(values)
  return Object.freeze({
    production,
    host: values.HOST,
    port: values.PORT,
    metricsPort: values.METRICS_PORT,
    logLevel: values.LOG_LEVEL,
    supergraphPath: resolve(values.SUPERGRAPH_PATH ?? join(import.meta.dirname, '../schema/supergraph.graphql')),
    supergraphWatch: values.SUPERGRAPH_WATCH_MS,
    engine: values.ENGINE,
    callSecret: values.CALL_SECRET,
    allowedOrigins: Object.freeze(values.ALLOWED_ORIGINS?.split(',') ?? []),
    deadline: values.DEADLINE_MS,
    bodyLimit: values.BODY_LIMIT_BYTES,
    requestsInFlight: values.MAX_IN_FLIGHT,
    operationLimits: Object.freeze({
      tokens: values.MAX_TOKENS,
      depth: values.MAX_DEPTH,
      fields: values.MAX_FIELDS,
      aliases: values.MAX_ALIASES,
      rootFields: values.MAX_ROOT_FIELDS,
      directives: values.MAX_DIRECTIVES,
    }),
    agencyCalls: Object.freeze({
      timeout: values.AGENCY_TIMEOUT_MS ?? Math.min(usualAgencyTimeout, values.DEADLINE_MS),
      connections: values.AGENCY_CONNECTIONS,
      queue: values.AGENCY_QUEUE,
      maxAnswerBytes: values.AGENCY_ANSWER_LIMIT_BYTES,
      breakerPause: values.AGENCY_BREAKER_PAUSE_MS,
    }),
    cache: Object.freeze(readCache(values, production)),
    ledger: Object.freeze(readLedger(values, production)),
    agencyUrl: (agency: string) => readAgencyUrl(agency, source),
  })
}

function unset(variable: string): EnvironmentError {
  return new EnvironmentError(
    `${variable} must be set in production, to a secret of at least 32 characters of your own.`,
  )
}

/** What is allowed by itself and not beside something else. */
function requireFitting(values: z.output<typeof gatewayVariables>): void {
  const complaints: string[] = []
  if (values.PORT === values.METRICS_PORT && values.PORT !== 0)
    complaints.push('METRICS_PORT is the same as PORT. Allowed is another port, or 0 for a free one.')
  if ((values.AGENCY_TIMEOUT_MS ?? 0) > values.DEADLINE_MS)
    complaints.push(
      'AGENCY_TIMEOUT_MS is more than DEADLINE_MS. Allowed is as much at most, and best is less than half.',
    )
  if (complaints.length > 0) throw new EnvironmentError(complaints.join('\n'))
}

function readCache(values: z.output<typeof gatewayVariables>, production: boolean): CacheConfig {
  if (values.CACHE === 'off') return { store: 'off' }
  const secrets = {
    secret: values.CACHE_SECRET,
    olderSecrets: Object.freeze(values.CACHE_SECRETS_OLD?.split(',') ?? []),
  }
  if (production && [secrets.secret, ...secrets.olderSecrets].includes(developmentCacheSecret))
    throw unset('CACHE_SECRET')
  if (values.CACHE === 'memory') return { store: 'memory', maxBytes: values.CACHE_MEMORY_BYTES, ...secrets }
  if (values.REDIS_URL === undefined) throw new EnvironmentError('REDIS_URL must be set when CACHE is redis.')
  return { store: 'redis', url: values.REDIS_URL, ...secrets }
}

function readLedger(values: z.output<typeof gatewayVariables>, production: boolean): LedgerConfig {
  const enabled = values.LEDGER === 'on'
  if (production && enabled && values.LEDGER_SECRET === developmentLedgerSecret) throw unset('LEDGER_SECRET')
  return {
    enabled,
    path: resolve(values.LEDGER_PATH ?? join(import.meta.dirname, '../.data/ledger')),
    secret: values.LEDGER_SECRET,
    segmentBytes: values.LEDGER_SEGMENT_BYTES,
  }
}

function readAgencyUrl(agency: string, source: Readonly<Record<string, string | undefined>>): string | undefined {
  const prefix = `${agency.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_`
  return readEnvironment(z.object({ URL: gatewayVariables.shape['<AGENCY>_URL'] }), source, prefix).URL
}
