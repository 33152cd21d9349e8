import { z } from 'zod'
import { developmentCacheSecret } from '../platform/developmentCacheSecret.ts'
import { developmentCallSecret } from '../platform/developmentCallSecret.ts'
import { developmentIssuer } from '../platform/developmentIssuer.ts'
import { developmentLedgerSecret } from '../platform/developmentLedgerSecret.ts'
import { variable } from '../platform/variable.ts'

/** The variables of the gateway, from which `docs/configuration.md` is generated. */
export const gatewayVariables = z.object({
  NODE_ENV: variable
    .choice(['development', 'test', 'production'], {
      description:
        'Where the process runs. Only development has an explorer and introspection, and tells how answers came about; production refuses development secrets.',
    })
    .default('development'),
  HOST: variable
    .text(/^[\w.:-]+$/, 'a host name or address', { description: 'Address to listen on.' })
    .default('127.0.0.1'),
  PORT: variable
    .wholeNumber({ min: 0, max: 65_535 }, { description: 'Port of the graph; 0 takes a free one.' })
    .default(4000),
  METRICS_PORT: variable
    .wholeNumber(
      { min: 0, max: 65_535 },
      { description: 'Port of `/metrics`, not that of the graph; 0 takes a free one.' },
    )
    .default(4100),
  LOG_LEVEL: variable
    .choice(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { description: 'The least level that is logged.' })
    .default('info'),
  SUPERGRAPH_PATH: variable
    .text(/./, 'the path of a file', {
      description: 'The supergraph to serve: any of Federation 2.',
      defaultText: '`schema/supergraph.graphql` of this project',
    })
    .optional(),
  SUPERGRAPH_WATCH_MS: variable
    .wholeNumber(
      { min: 0, max: 3_600_000 },
      {
        description:
          'Milliseconds between two looks at that file and the manifest of `OPERATIONS_PATH`: what stands there then is taken over. 0 for never.',
      },
    )
    .default(1000),
  OPERATIONS: variable
    .choice(['registered', 'any'], {
      description: 'Which operations are answered: those of the manifest alone, or any. Production refuses `any`.',
      defaultText: 'registered in production, any elsewhere',
    })
    .optional(),
  OPERATIONS_PATH: variable
    .text(/./, 'the path of a file', {
      description: 'The manifest of registered operations, in the format `apollo-persisted-query-manifest`.',
      defaultText: '`operations/manifest.json` beside the supergraph, where there may be none with `OPERATIONS=any`',
    })
    .optional(),
  ENGINE: variable
    .choice(['satu-atap', 'apollo'], {
      description:
        "What plans and runs operations: the engine of this project, or Apollo's, for comparison, which production refuses.",
    })
    .default('satu-atap'),
  '<AGENCY>_URL': variable
    .httpUrl({
      description:
        'Address of an agency with its path, such as http://health:4004/graphql, instead of the one in the supergraph; `<AGENCY>` is its name as in `POLICE_CLEARANCE`.',
      defaultText: 'the address in the supergraph',
    })
    .optional(),
  CALL_SECRET: variable
    .secret({
      description: 'Secret from which the keys are derived that calls to agencies are signed with.',
      defaultText: 'a development secret; must be set in production',
    })
    .default(developmentCallSecret),
  ACCESS: variable
    .choice(['enforced', 'open'], {
      description:
        'Whether tokens, purposes and access rules are asked for; `open` lets anybody see everything, and is refused in production.',
    })
    .default('enforced'),
  JWKS_URL: variable
    .httpUrl({
      description: 'Where the issuer of tokens publishes its keys.',
      defaultText: 'an issuer of its own, at `/dev/token`; must be set in production',
    })
    .optional(),
  TOKEN_ISSUER: variable
    .text(/./, 'what tokens have as `iss`', {
      description: 'The issuer of tokens, as their `iss` says.',
      defaultText: 'that of the gateway at `/dev/token`; must be set in production',
    })
    .default(developmentIssuer),
  TOKEN_AUDIENCE: variable
    .text(/./, 'what tokens have as `aud`', { description: 'Whom tokens are for, as their `aud` says.' })
    .default('satu-atap'),
  TOKEN_TYPE: variable
    .text(/^[\w.+-]+$/, "what tokens have as `typ`, such as at+jwt (RFC 9068) or an issuer's JWT", {
      description: 'What tokens are, as the `typ` of their header says: what else an issuer signs is not taken.',
    })
    .default('at+jwt'),
  TOKEN_ALGORITHMS: variable
    .text(
      /^((RS|PS|ES)(256|384|512)|EdDSA)(,((RS|PS|ES)(256|384|512)|EdDSA))*$/,
      'algorithms such as ES256, RS256 or EdDSA, with commas between them; none that share a secret',
      { description: 'Algorithms that tokens may be signed with.' },
    )
    .default('ES256,RS256'),
  CACHE: variable
    .choice(['off', 'memory', 'redis'], {
      description: 'Where answers of agencies are kept: nowhere, in the memory of this process, or in Redis.',
    })
    .default('memory'),
  REDIS_URL: variable
    .text(
      /^rediss?(\+sentinel|\+cluster)?:\/\/./,
      'an address such as redis://host:6379, redis+sentinel://host:26379/master or redis+cluster://host:6379',
      {
        description: 'The Redis of `CACHE=redis`, and where gateways keep count of clients; with `rediss`, over TLS.',
        sensitive: true,
      },
    )
    .optional(),
  CACHE_SECRET: variable
    .secret({
      description: 'Secret from which the keys are derived that hide and seal what is kept.',
      defaultText: 'a development secret; must be set in production, unless `CACHE` is off',
    })
    .default(developmentCacheSecret),
  CACHE_SECRETS_OLD: variable
    .text(/^[^\s,]{32,}(,[^\s,]{32,})*$/, 'secrets of at least 32 characters, with commas between them', {
      description: 'Secrets whose entries are still read. To rotate, give a new one here to every gateway first.',
      sensitive: true,
    })
    .optional(),
  CACHE_MEMORY_BYTES: variable
    .wholeNumber(
      { min: 1_048_576, max: 17_179_869_184 },
      { description: 'Most memory that `CACHE=memory` takes; what was unused for longest makes way.' },
    )
    .default(67_108_864),
  LEDGER: variable
    .choice(['on', 'off'], {
      description:
        'Whether every answer with records of people is written down before it leaves; it has to be on in production.',
    })
    .default('on'),
  LEDGER_PATH: variable
    .text(/./, 'the path of a directory', {
      description: 'Where the ledger lies: a directory of its own for every gateway.',
      defaultText: '`.data/ledger` of this project',
    })
    .optional(),
  LEDGER_SECRET: variable
    .secret({
      description: 'Secret from which the keys are derived that prove the ledger and hide whom it is about.',
      defaultText: 'a development secret; must be set in production',
    })
    .default(developmentLedgerSecret),
  LEDGER_SEGMENT_BYTES: variable
    .wholeNumber(
      { min: 65_536, max: 1_073_741_824 },
      { description: 'Bytes of the ledger after which another file is begun.' },
    )
    .default(67_108_864),
  ALLOWED_ORIGINS: variable
    .text(
      /^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/,
      'origins such as https://a.example, with commas between them',
      {
        description: 'Sites whose pages may use the graph from a browser.',
      },
    )
    .optional(),
  DEADLINE_MS: variable
    .wholeNumber({ min: 500, max: 60_000 }, { description: 'Milliseconds in which a request is answered.' })
    .default(5000),
  BODY_LIMIT_BYTES: variable
    .wholeNumber({ min: 1024, max: 16_777_216 }, { description: 'Largest body of a request for the graph.' })
    .default(262_144),
  BODY_LIMIT_VALUES: variable
    .wholeNumber(
      { min: 100, max: 1_000_000 },
      {
        description:
          'Names, entries and nested values in the JSON of such a body; as many are parsed in some milliseconds.',
      },
    )
    .default(10_000),
  MAX_IN_FLIGHT: variable
    .wholeNumber(
      { min: 1, max: 100_000 },
      {
        description:
          'Requests answered at a time; more are told to come back. As many answers may be leaving; then the oldest is cut.',
      },
    )
    .default(512),
  MAX_TOKENS: limit(100_000, 'Tokens of an operation, and lines of its text.').default(5000),
  MAX_DEPTH: limit(100, 'Fields inside fields, and values inside values.').default(16),
  MAX_FIELDS: limit(100_000, 'Fields of an operation, with its fragments spread out.').default(1000),
  MAX_ALIASES: limit(100_000, 'Aliases of an operation, with its fragments spread out.').default(100),
  MAX_ROOT_FIELDS: limit(10_000, 'Fields of an operation at its root.').default(20),
  MAX_DIRECTIVES: limit(100_000, 'Directives of an operation, with its fragments spread out.').default(100),
  MAX_COMPARISONS: limit(
    500_000,
    'Comparisons that validation may make between fields of the same name, and so the time that it may take.',
  ).default(10_000),
  MAX_COST: limit(
    1_000_000_000,
    'What an operation may cost: objects that it may answer, weighed by `@cost` and counted by `@listSize`.',
  ).default(10_000),
  MAX_PAGE_SIZE: limit(100_000, 'Entries that an operation may ask of one list.').default(100),
  AGENCY_TIMEOUT_MS: variable
    .wholeNumber(
      { min: 50, max: 60_000 },
      {
        description:
          'Milliseconds that one agency may take; at most `DEADLINE_MS`, and best under half of it, so that what follows still runs.',
        defaultText: '2000, or `DEADLINE_MS` where that is less',
      },
    )
    .optional(),
  AGENCY_CONNECTIONS: variable
    .wholeNumber({ min: 1, max: 1000 }, { description: 'Connections to one agency, and so calls to it at a time.' })
    .default(64),
  AGENCY_QUEUE: variable
    .wholeNumber({ min: 0, max: 100_000 }, { description: 'Calls that may wait for such a connection.' })
    .default(256),
  AGENCY_ANSWER_LIMIT_BYTES: variable
    .wholeNumber({ min: 1024, max: 268_435_456 }, { description: 'Largest answer of an agency.' })
    .default(8_388_608),
  AGENCY_BREAKER_PAUSE_MS: variable
    .wholeNumber(
      { min: 100, max: 600_000 },
      { description: 'Milliseconds for which an agency that keeps failing is left alone before one call tries.' },
    )
    .default(5000),
  CLIENT_RATE: variable
    .wholeNumber({ min: 1, max: 1_000_000 }, { description: 'Requests a second that one client may send.' })
    .default(100),
  CLIENT_BURST: variable
    .wholeNumber(
      { min: 1, max: 1_000_000 },
      { description: 'Requests that it may send at once; then that rate counts.' },
    )
    .default(200),
  CLIENT_APPLICANTS_PER_DAY: variable
    .wholeNumber(
      { min: 1, max: 100_000_000 },
      {
        description:
          'Different applicants that one client may see on one day (WITA); workers who see themselves are not counted. Redis tells people apart well enough for up to 1.4 million.',
      },
    )
    .default(5000),
  GATEWAYS: variable
    .wholeNumber(
      { min: 1, max: 1000 },
      { description: 'Gateways that share these limits. Without Redis, each enforces its part of them.' },
    )
    .default(1),
})

function limit(max: number, description: string): ReturnType<typeof variable.wholeNumber> {
  return variable.wholeNumber({ min: 1, max }, { description })
}
