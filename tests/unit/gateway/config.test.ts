import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../gateway/config.ts'
import { generousLimits } from './operation/support/generousLimits.ts'

const secret = 'a-secret-of-our-own-that-nobody-else-knows'

/** What production cannot do without, but for a cache. */
const production = {
  NODE_ENV: 'production',
  CALL_SECRET: secret,
  LEDGER_SECRET: secret,
  JWKS_URL: 'https://login.example/keys',
  TOKEN_ISSUER: 'https://login.example',
}

describe('the configuration of the gateway', () => {
  it('has a default for everything in development', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      production: false,
      development: true,
      host: '127.0.0.1',
      port: 4000,
      metricsPort: 4100,
      deadline: 5000,
      bodyLimits: { bytes: 262_144, values: 10_000 },
      allowedOrigins: [],
      operationLimits: generousLimits,
    })
    expect(config.supergraphPath).toMatch(/\/schema\/supergraph\.graphql$/)
  })

  it('answers registered operations alone in production, and any elsewhere', () => {
    const inProduction = { ...production, CACHE_SECRET: secret }
    expect(readConfig({}).operations).toMatchObject({ registeredOnly: false, manifest: { optional: true } })
    expect(readConfig({ OPERATIONS: 'registered' }).operations).toMatchObject({
      registeredOnly: true,
      manifest: { optional: false },
    })
    expect(readConfig(inProduction).operations).toMatchObject({ registeredOnly: true, manifest: { optional: false } })
    expect(() => readConfig({ ...inProduction, OPERATIONS: 'any' })).toThrow(
      /^OPERATIONS must not be any in production/,
    )
  })

  it('looks for registered operations beside the supergraph unless it is told where', () => {
    expect(readConfig({}).operations.manifest.path).toMatch(/\/schema\/operations\/manifest\.json$/)
    expect(readConfig({ SUPERGRAPH_PATH: '/etc/graph/a.graphql' }).operations.manifest).toEqual({
      path: '/etc/graph/operations/manifest.json',
      optional: true,
    })
    expect(readConfig({ OPERATIONS_PATH: '/etc/operations.json' }).operations.manifest).toEqual({
      path: '/etc/operations.json',
      optional: false,
    })
  })

  it('cannot be changed', () => {
    const config = readConfig({})
    expect([config, config.operationLimits, config.agencyCalls, config.allowedOrigins].every(Object.isFrozen)).toBe(
      true,
    )
  })

  it('counts an empty variable as absent', () => {
    expect(readConfig({ PORT: '' }).port).toBe(4000)
  })

  it('refuses a wrong value, names its variable, and says what is allowed but not what was given', () => {
    const read = (): unknown => readConfig({ PORT: 'four-thousand', DEADLINE_MS: '1' })
    expect(read).toThrow('PORT has a value that is not allowed. Allowed is a whole number from 0 to 65535.')
    expect(read).toThrow('DEADLINE_MS has a value that is not allowed. Allowed is a whole number from 500 to 60000.')
    expect(read).not.toThrow('four-thousand')
  })

  it('refuses one port for the graph and for its metrics, and names both, unless both are free ones', () => {
    const complaint = 'METRICS_PORT is the same as PORT. Allowed is another port, or 0 for a free one.'
    expect(() => readConfig({ PORT: '4100' })).toThrow(complaint)
    expect(() => readConfig({ PORT: '5000', METRICS_PORT: '5000' })).toThrow(complaint)
    expect(readConfig({ PORT: '0', METRICS_PORT: '0' })).toMatchObject({ port: 0, metricsPort: 0 })
  })

  it('refuses to give an agency more time than a request has, and names both', () => {
    const complaint =
      'AGENCY_TIMEOUT_MS is more than DEADLINE_MS. Allowed is as much at most, and best is less than half.'
    expect(() => readConfig({ AGENCY_TIMEOUT_MS: '5001' })).toThrow(complaint)
    expect(readConfig({ AGENCY_TIMEOUT_MS: '5000' }).agencyCalls.timeout).toBe(5000)
    expect(readConfig({}).agencyCalls.timeout).toBe(2000)
    expect(readConfig({ DEADLINE_MS: '1999' }).agencyCalls.timeout).toBe(1999)
    expect(readConfig({ AGENCY_TIMEOUT_MS: '60000', DEADLINE_MS: '60000' }).deadline).toBe(60_000)
  })

  it('tells everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: '4100', AGENCY_TIMEOUT_MS: '6000' })).toThrow(/METRICS_PORT.*\nAGENCY_TIMEOUT_MS/)
  })

  it.each([{}, { CALL_SECRET: 'satu-atap-development-secret-known-to-everybody' }])(
    'refuses the development secret in production',
    (variables) => {
      expect(() => readConfig({ NODE_ENV: 'production', ...variables })).toThrow(
        /^CALL_SECRET must be set in production/,
      )
    },
  )

  it('tells all that production lacks at once', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
      /^CALL_SECRET .*\nCACHE_SECRET .*\nLEDGER_SECRET .*\nJWKS_URL .*\nTOKEN_ISSUER .*$/,
    )
  })

  it('takes a secret of the operator in production', () => {
    const config = readConfig({ ...production, CACHE_SECRET: secret })
    expect(config).toMatchObject({ production: true, callSecret: secret, cache: { secret }, ledger: { secret } })
  })

  it('reads the origins whose pages are allowed', () => {
    const config = readConfig({ ALLOWED_ORIGINS: 'https://a.example,http://localhost:3000' })
    expect(config.allowedOrigins).toEqual(['https://a.example', 'http://localhost:3000'])
  })

  it.each(['https://A.example', 'https://a.example:443', 'https://a.example,http://b.example:80'])(
    'refuses %s, which no browser sends',
    (origins) => {
      expect(() => readConfig({ ALLOWED_ORIGINS: origins })).toThrow('ALLOWED_ORIGINS has one that no browser sends.')
    },
  )

  it.each(['*', 'a.example', 'https://a.example/', 'https://a.example, https://b.example'])(
    'refuses %s as origins',
    (origins) => {
      expect(() => readConfig({ ALLOWED_ORIGINS: origins })).toThrow('ALLOWED_ORIGINS has a value that is not allowed')
    },
  )
})

describe('the cache', () => {
  const development = 'satu-atap-development-cache-secret-known-to-all'
  const older = 'an-older-secret-of-our-own-that-is-still-read'

  it('is in memory in development, and can be off or in Redis', () => {
    expect(readConfig({}).cache).toEqual({
      store: 'memory',
      maxBytes: 67_108_864,
      secret: development,
      olderSecrets: [],
    })
    expect(readConfig({ CACHE: 'off' }).cache).toEqual({ store: 'off' })
    const redis = { CACHE: 'redis', REDIS_URL: 'redis://cache:6379', CACHE_SECRET: secret, CACHE_SECRETS_OLD: older }
    expect(readConfig(redis).cache).toEqual({
      store: 'redis',
      url: 'redis://cache:6379',
      secret,
      olderSecrets: [older],
    })
  })

  it('needs the address of a Redis that is to be used', () => {
    expect(() => readConfig({ CACHE: 'redis' })).toThrow('REDIS_URL must be set when CACHE is redis.')
    expect(() => readConfig({ CACHE: 'redis', REDIS_URL: 'http://cache' })).toThrow('REDIS_URL has a value that is not')
  })

  it.each([{}, { CACHE_SECRET: development }, { CACHE_SECRET: secret, CACHE_SECRETS_OLD: `${older},${development}` }])(
    'refuses the development secret in production: %j',
    (variables) => {
      expect(() => readConfig({ ...production, ...variables })).toThrow(/^CACHE_SECRET must be set in production/)
      expect(() => readConfig({ ...production, ...variables, CACHE: 'off' })).not.toThrow()
    },
  )

  it.each(['short', `${secret},short`, `${secret}, ${secret}`])('refuses %s as older secrets', (secrets) => {
    expect(() => readConfig({ CACHE_SECRETS_OLD: secrets })).toThrow('CACHE_SECRETS_OLD has a value')
  })
})

describe('the ledger', () => {
  const development = 'satu-atap-development-ledger-secret-known-to-all'
  const complete = { ...production, CACHE: 'off' }

  it('is kept in the project in development, in files of 64 MiB', () => {
    const { ledger } = readConfig({})
    expect(ledger).toEqual({
      enabled: true,
      path: expect.stringMatching(/\/\.data\/ledger$/),
      secret: development,
      segmentBytes: 67_108_864,
    })
    expect(Object.isFrozen(ledger)).toBe(true)
  })

  it('lies where the operator says, and can be off outside of production', () => {
    const variables = { LEDGER_PATH: '/var/ledger/', LEDGER_SEGMENT_BYTES: '65536' }
    expect(readConfig({ ...complete, ...variables }).ledger).toEqual({
      enabled: true,
      path: '/var/ledger',
      secret,
      segmentBytes: 65_536,
    })
    expect(readConfig({ LEDGER: 'off' }).ledger.enabled).toBe(false)
    expect(() => readConfig({ ...complete, LEDGER: 'off' })).toThrow(/^LEDGER must not be off in production/)
  })

  it.each(['', development])('refuses the development secret in production: %j', (LEDGER_SECRET) => {
    expect(() => readConfig({ ...complete, LEDGER_SECRET })).toThrow(/^LEDGER_SECRET must be set in production/)
  })
})

describe('the address of an agency', () => {
  const config = readConfig({
    POLICE_CLEARANCE_URL: 'http://polri.internal/graphql',
    PASSPORT_URL: 'passport:4002',
    PRODUCTS_V2_URL: 'https://products.example/graphql',
  })

  it('comes from the variable with the name of the agency, whatever the agency is', () => {
    expect(config.agencyUrl('police-clearance')).toBe('http://polri.internal/graphql')
    expect(config.agencyUrl('products.v2')).toBe('https://products.example/graphql')
  })

  it('is that of the supergraph where there is no variable', () => {
    expect(config.agencyUrl('health')).toBeUndefined()
  })

  it('must be a URL', () => {
    expect(() => config.agencyUrl('passport')).toThrow(
      'PASSPORT_URL has a value that is not allowed. Allowed is a URL that begins with http:// or https://.',
    )
  })
})

describe('access', () => {
  const complete = { ...production, CACHE: 'off' }

  it('is by tokens of an issuer of our own in development, and can be open there', () => {
    expect(readConfig({}).access).toEqual({
      mode: 'enforced',
      keysUrl: undefined,
      issuer: 'https://issuer.satu-atap.example/development',
      audience: 'satu-atap',
      type: 'at+jwt',
      algorithms: ['ES256', 'RS256'],
    })
    expect(readConfig({ ACCESS: 'open' }).access).toEqual({ mode: 'open' })
  })

  it('is by tokens of a known issuer in production', () => {
    expect(readConfig({ ...complete, TOKEN_ALGORITHMS: 'ES256,EdDSA', TOKEN_TYPE: 'JWT' }).access).toMatchObject({
      keysUrl: 'https://login.example/keys',
      issuer: 'https://login.example',
      type: 'JWT',
      algorithms: ['ES256', 'EdDSA'],
    })
  })

  it.each([
    ['ACCESS', { ACCESS: 'open' }],
    ['ENGINE', { ENGINE: 'apollo' }],
    ['JWKS_URL', { JWKS_URL: '' }],
    ['TOKEN_ISSUER', { TOKEN_ISSUER: '' }],
    ['TOKEN_ISSUER', { TOKEN_ISSUER: 'https://issuer.satu-atap.example/development' }],
  ])('is refused in production for its %s: %j', (variable, variables) => {
    expect(() => readConfig({ ...complete, ...variables })).toThrow(new RegExp(`^${variable} must`))
  })

  it.each(['none', 'HS256', 'ES256,HS256', 'ES256, RS256', 'es256'])(
    'never takes %s for an algorithm',
    (algorithms) => {
      expect(() => readConfig({ TOKEN_ALGORITHMS: algorithms })).toThrow('TOKEN_ALGORITHMS has a value that is not')
    },
  )
})

describe('the limits of clients', () => {
  it('have defaults, and can be set', () => {
    const { fairness } = readConfig({})
    expect(fairness.redis).toBeUndefined()
    expect(fairness.limits).toEqual({ requestsPerSecond: 100, burst: 200, applicantsPerDay: 5000, gateways: 1 })
    expect([fairness, fairness.limits].every(Object.isFrozen)).toBe(true)
    const variables = { CLIENT_RATE: '5', CLIENT_BURST: '6', CLIENT_APPLICANTS_PER_DAY: '7', GATEWAYS: '8' }
    const limits = { requestsPerSecond: 5, burst: 6, applicantsPerDay: 7, gateways: 8 }
    expect(readConfig(variables).fairness.limits).toEqual(limits)
  })

  it.each(['off', 'memory', 'redis'])(
    'are shared over Redis wherever there is one, also when the cache is %s',
    (cache) => {
      const { fairness } = readConfig({ CACHE: cache, REDIS_URL: 'redis://cache:6379', CALL_SECRET: secret })
      expect(fairness).toMatchObject({ redis: 'redis://cache:6379', secret })
    },
  )
})
