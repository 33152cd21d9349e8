import { describe, expect, test } from '@jest/globals'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import { developmentCallSecret } from '../../../../platform/developmentCallSecret.ts'
import { readAgencyConfig } from '../../../../subgraphs/kit/readAgencyConfig.ts'

const police = { name: 'police-clearance', port: 4003 } as const
const needed = { POLICE_CLEARANCE_DATABASE_URL: 'postgres://polri:secret@127.0.0.1/polri' }
const key = deriveCallKey('another secret of at least 32 characters', 'police-clearance')

describe('the configuration of an agency', () => {
  test('needs nothing but a database in development', () => {
    expect(readAgencyConfig(police, needed)).toEqual({
      host: '127.0.0.1',
      port: 4003,
      databaseUrl: 'postgres://polri:secret@127.0.0.1/polri',
      callKey: deriveCallKey(developmentCallSecret, 'police-clearance'),
      gatewayUrls: ['http://127.0.0.1:4000'],
      connections: 8,
      deadline: 10_000,
      bodyLimit: 1_048_576,
      logLevel: 'info',
      seedApplicants: 0,
    })
  })

  test('takes what is its own by its prefix, and shares the rest', () => {
    const config = readAgencyConfig(police, {
      ...needed,
      POLICE_CLEARANCE_CALL_KEY: key,
      POLICE_CLEARANCE_PORT: '0',
      PASSPORT_PORT: '5002',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'warn',
      AGENCY_DEADLINE_MS: '500',
      AGENCY_BODY_LIMIT_BYTES: '2048',
      DATABASE_CONNECTIONS: '2',
      SEED_APPLICANTS: '100',
      GATEWAY_URLS: 'http://one:4000,https://two',
    })
    expect(config).toMatchObject({ port: 0, callKey: key, host: '0.0.0.0', logLevel: 'warn', deadline: 500 })
    expect(config).toMatchObject({ bodyLimit: 2048, connections: 2, seedApplicants: 100 })
    expect(config.gatewayUrls).toEqual(['http://one:4000', 'https://two'])
  })

  test.each([
    ['POLICE_CLEARANCE_DATABASE_URL', undefined],
    ['POLICE_CLEARANCE_DATABASE_URL', 'mysql://localhost'],
    ['POLICE_CLEARANCE_CALL_KEY', 'too-short'],
    ['POLICE_CLEARANCE_PORT', '70000'],
    ['HOST', 'not a host'],
    ['AGENCY_DEADLINE_MS', '0'],
    ['DATABASE_CONNECTIONS', '1000'],
    ['SEED_APPLICANTS', 'many'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'staging'],
    ['GATEWAY_URLS', 'gateway:4000'],
    ['GATEWAY_URLS', 'http://gateway:4000/changes'],
    ['GATEWAY_URLS', 'http://one:4000, http://two:4000'],
  ])('refuses %s as %p and names it', (name, value) => {
    expect(() => readAgencyConfig(police, { ...needed, [name]: value })).toThrow(
      expect.objectContaining({ name: 'EnvironmentError', message: expect.stringContaining(name) }),
    )
  })

  test('in production refuses the key that everybody knows', () => {
    const production = { ...needed, NODE_ENV: 'production', GATEWAY_URLS: 'http://gateway:4000' }
    const refusal = expect.objectContaining({ message: expect.stringContaining('POLICE_CLEARANCE_CALL_KEY') })
    const known = deriveCallKey(developmentCallSecret, 'police-clearance')
    expect(() => readAgencyConfig(police, production)).toThrow(refusal)
    expect(() => readAgencyConfig(police, { ...production, POLICE_CLEARANCE_CALL_KEY: known })).toThrow(refusal)
    expect(readAgencyConfig(police, { ...production, POLICE_CLEARANCE_CALL_KEY: key }).callKey).toBe(key)
  })

  test('in production wants to know whom to tell of changes', () => {
    expect(() =>
      readAgencyConfig(police, { ...needed, NODE_ENV: 'production', POLICE_CLEARANCE_CALL_KEY: key }),
    ).toThrow(expect.objectContaining({ message: expect.stringContaining('GATEWAY_URLS') }))
  })
})
