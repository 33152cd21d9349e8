import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { prefixOf } from '../platform/prefixOf.ts'
import { readEnvironment } from '../platform/readEnvironment.ts'
import type { FairnessOptions } from './access/fairness/createFairness.ts'
import type { DispatchLimits } from './agency/createDispatch.ts'
import { gatewayVariables } from './gatewayVariables.ts'
import type { BodyLimits } from './intake/BodyLimits.ts'
import type { OperationLimits } from './operation/OperationLimits.ts'
import type { ManifestPlace } from './operation/readManifest.ts'
import { requireFitting } from './requireFitting.ts'

/** Everything that an operator decides about the gateway, frozen. */
export interface Config {
  /** Whether clients are developers, who may see the schema and how an answer came about. */
  readonly development: boolean
  readonly production: boolean
  readonly host: string
  readonly port: number
  readonly metricsPort: number
  readonly logLevel: string
  readonly supergraphPath: string
  /** Milliseconds between two looks at the supergraph's file; 0 for never. */
  readonly supergraphWatch: number
  readonly operations: OperationsConfig
  readonly engine: 'satu-atap' | 'apollo'
  readonly callSecret: string
  readonly allowedOrigins: readonly string[]
  /** Milliseconds in which a request is answered, with gaps where agencies did not. */
  readonly deadline: number
  readonly bodyLimits: BodyLimits
  readonly requestsInFlight: number
  readonly operationLimits: OperationLimits
  readonly agencyCalls: AgencyCallLimits
  readonly access: AccessConfig
  readonly cache: CacheConfig
  readonly fairness: FairnessConfig
  readonly ledger: LedgerConfig
  /** The address that the environment gives an agency, or undefined. Throws an EnvironmentError for one that is no URL. */
  readonly agencyUrl: (agency: string) => string | undefined
}

/** What an operator decides about who may see what. */
export type AccessConfig = { readonly mode: 'open' } | AccessEnforced

export interface AccessEnforced {
  readonly mode: 'enforced'
  /** Where the keys of tokens are; undefined for the issuer of this process. */
  readonly keysUrl: string | undefined
  readonly issuer: string
  readonly audience: string
  readonly type: string
  readonly algorithms: readonly string[]
}

/** What an operator decides about registered operations. */
export interface OperationsConfig {
  /** Whether no other operations are answered. */
  readonly registeredOnly: boolean
  readonly manifest: ManifestPlace
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

/** What an operator decides about the limits of clients. Redis is used wherever there is one, also when the cache is elsewhere. */
export type FairnessConfig = Pick<FairnessOptions, 'redis' | 'limits' | 'secret'>

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
  requireFitting(values)
  const supergraphPath = resolve(values.SUPERGRAPH_PATH ?? join(import.meta.dirname, '../schema/supergraph.graphql'))
  return Object.freeze({
    development: values.NODE_ENV === 'development',
    production,
    host: values.HOST,
    port: values.PORT,
    metricsPort: values.METRICS_PORT,
    logLevel: values.LOG_LEVEL,
    supergraphPath,
    supergraphWatch: values.SUPERGRAPH_WATCH_MS,
    operations: Object.freeze(readOperations(values, dirname(supergraphPath))),
    engine: values.ENGINE,
    callSecret: values.CALL_SECRET,
    allowedOrigins: Object.freeze(values.ALLOWED_ORIGINS?.split(',') ?? []),
    deadline: values.DEADLINE_MS,
    bodyLimits: Object.freeze({ bytes: values.BODY_LIMIT_BYTES, values: values.BODY_LIMIT_VALUES }),
    requestsInFlight: values.MAX_IN_FLIGHT,
    operationLimits: Object.freeze({
      tokens: values.MAX_TOKENS,
      lines: values.MAX_TOKENS,
      depth: values.MAX_DEPTH,
      fields: values.MAX_FIELDS,
      aliases: values.MAX_ALIASES,
      rootFields: values.MAX_ROOT_FIELDS,
      directives: values.MAX_DIRECTIVES,
      comparisons: values.MAX_COMPARISONS,
      cost: values.MAX_COST,
      pageSize: values.MAX_PAGE_SIZE,
    }),
    agencyCalls: Object.freeze({
      timeout: values.AGENCY_TIMEOUT_MS ?? Math.min(usualAgencyTimeout, values.DEADLINE_MS),
      connections: values.AGENCY_CONNECTIONS,
      queue: values.AGENCY_QUEUE,
      maxAnswerBytes: values.AGENCY_ANSWER_LIMIT_BYTES,
      breakerPause: values.AGENCY_BREAKER_PAUSE_MS,
    }),
    access: Object.freeze(readAccess(values)),
    cache: Object.freeze(readCache(values)),
    fairness: Object.freeze(readFairness(values)),
    ledger: Object.freeze(readLedger(values)),
    agencyUrl: (agency: string) => readAgencyUrl(agency, source),
  })
}

function readAccess(values: z.output<typeof gatewayVariables>): AccessConfig {
  const { ACCESS: mode, JWKS_URL: keysUrl, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = values
  const { TOKEN_TYPE: type } = values
  if (mode === 'open') return { mode }
  return { mode, keysUrl, issuer, audience, type, algorithms: Object.freeze(values.TOKEN_ALGORITHMS.split(',')) }
}

/** Another graph has operations of its own, so they are looked for beside the supergraph. */
function readOperations(values: z.output<typeof gatewayVariables>, folder: string): OperationsConfig {
  const registeredOnly = values.NODE_ENV === 'production' || values.OPERATIONS === 'registered'
  const path = resolve(values.OPERATIONS_PATH ?? join(folder, 'operations/manifest.json'))
  const optional = !registeredOnly && values.OPERATIONS_PATH === undefined
  return { registeredOnly, manifest: Object.freeze({ path, optional }) }
}

function readCache(values: z.output<typeof gatewayVariables>): CacheConfig {
  if (values.CACHE === 'off') return { store: 'off' }
  const secrets = {
    secret: values.CACHE_SECRET,
    olderSecrets: Object.freeze(values.CACHE_SECRETS_OLD?.split(',') ?? []),
  }
  if (values.CACHE === 'memory') return { store: 'memory', maxBytes: values.CACHE_MEMORY_BYTES, ...secrets }
  if (values.REDIS_URL === undefined) throw new EnvironmentError('REDIS_URL must be set when CACHE is redis.')
  return { store: 'redis', url: values.REDIS_URL, ...secrets }
}

function readFairness(values: z.output<typeof gatewayVariables>): FairnessConfig {
  return {
    redis: values.REDIS_URL,
    secret: values.CALL_SECRET,
    limits: Object.freeze({
      requestsPerSecond: values.CLIENT_RATE,
      burst: values.CLIENT_BURST,
      applicantsPerDay: values.CLIENT_APPLICANTS_PER_DAY,
      gateways: values.GATEWAYS,
    }),
  }
}

function readLedger(values: z.output<typeof gatewayVariables>): LedgerConfig {
  return {
    enabled: values.LEDGER === 'on',
    path: resolve(values.LEDGER_PATH ?? join(import.meta.dirname, '../.data/ledger')),
    secret: values.LEDGER_SECRET,
    segmentBytes: values.LEDGER_SEGMENT_BYTES,
  }
}

function readAgencyUrl(agency: string, source: Readonly<Record<string, string | undefined>>): string | undefined {
  const url = z.object({ URL: gatewayVariables.shape['<AGENCY>_URL'] })
  return readEnvironment(url, source, prefixOf(agency)).URL
}
