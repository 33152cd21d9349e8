import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import type { z } from 'zod'
import { readConfig } from '../../gateway/config.ts'
import { gatewayVariables } from '../../gateway/gatewayVariables.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import { describeVariable } from '../../platform/describeVariable.ts'
import { prefixOf } from '../../platform/prefixOf.ts'
import { agencies } from '../../subgraphs/index.ts'
import { agencyVariables } from '../../subgraphs/kit/agencyVariables.ts'
import { readAgencyConfig } from '../../subgraphs/kit/readAgencyConfig.ts'
import { sharedVariables } from '../../subgraphs/kit/sharedVariables.ts'

interface Service {
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly networks: readonly string[]
  readonly secrets?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
}

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const { services, networks, secrets } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
}

let secretsFolder: string

beforeAll(() => {
  secretsFolder = mkdtempSync(join(tmpdir(), 'satu-atap-secrets-'))
  spawnSync(process.execPath, ['scripts/secrets.mjs', secretsFolder], { cwd: root, env: {} })
})

afterAll(() => rmSync(secretsFolder, { recursive: true }))

/** What an operator has to say beside secrets: who issues tokens. */
const said: Readonly<Record<string, string>> = {
  JWKS_URL: 'https://login.example/keys',
  TOKEN_ISSUER: 'https://login.example',
}

/** The environment of a service with `${NAME:-default}` filled in, where the secrets that it is given are in a folder of ours. */
function environmentOf(service: string): Readonly<Record<string, string>> {
  const { environment = {}, secrets: granted = [] } = services[service] ?? {}
  const entries = Object.entries(environment).map(([name, value]) => {
    const filled = value.replaceAll(
      /\$\{(\w+):[-?]([^}]*)\}/g,
      (_, variable: string, rest: string) => said[variable] ?? rest,
    )
    const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(filled) ?? []
    if (secret !== undefined && !granted.includes(secret)) throw new Error(`${service} is not given ${secret}`)
    return [name, secret === undefined ? filled : join(secretsFolder, secret)] as const
  })
  return Object.fromEntries(entries)
}

/** The variables of a schema, with those that name a file in their place. */
function namesIn(schema: z.ZodObject, prefix = ''): readonly string[] {
  return Object.entries(schema.shape).flatMap(([name, variable]) => {
    const whole = `${prefix}${name}`
    return describeVariable(variable).sensitive ? [whole, `${whole}_FILE`] : [whole]
  })
}

const readSecret = (name: string): string => readFileSync(join(secretsFolder, name), 'utf8')

describe('docker-compose.yml', () => {
  it('has the roster, the gateway, PostgreSQL and Redis, each with a health check', () => {
    const names = [...agencies.map(({ name }) => name), 'gateway', 'postgres', 'redis']
    expect(Object.keys(services).toSorted()).toEqual(names.toSorted())
    for (const { healthcheck } of Object.values(services)) expect(healthcheck?.test.length).toBeGreaterThan(1)
  })

  it.each(agencies)('runs $name on its port, with a configuration that it accepts', (agency) => {
    const { name } = agency
    const prefix = prefixOf(name)
    const environment = environmentOf(name)
    const known = [...namesIn(sharedVariables), ...namesIn(agencyVariables, prefix)]
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)))
    const config = readAgencyConfig(agency, environment)
    const database = name.replaceAll('-', '_')
    expect(config.port).toBe(agency.port)
    expect(new URL(config.databaseUrl)).toMatchObject({
      username: database,
      pathname: `/${database}`,
      hostname: 'postgres',
    })
    expect(services[name]?.command).toEqual(['node', 'subgraphs/main.ts', name])
    expect(services[name]?.healthcheck?.test.join(' ')).toContain(`127.0.0.1:${agency.port}/health/ready`)
    expect(readSecret(`${prefix}DATABASE_PASSWORD`)).toBe(new URL(config.databaseUrl).password)
    expect(config.callKey).toBe(deriveCallKey(readSecret('CALL_SECRET'), name))
    expect(config.gatewayUrls).toEqual([`http://gateway:${environmentOf('gateway')['PORT']}`])
  })

  it('gives the gateway a configuration that it accepts, and the address of every agency', () => {
    const environment = environmentOf('gateway')
    const addresses = agencies.map(({ name }) => `${prefixOf(name)}URL`)
    expect([...namesIn(gatewayVariables), ...addresses]).toEqual(expect.arrayContaining(Object.keys(environment)))
    const config = readConfig(environment)
    for (const { name, port } of agencies) expect(config.agencyUrl(name)).toBe(`http://${name}:${port}/graphql`)
    expect(config.cache).toMatchObject({
      store: 'redis',
      url: 'redis://redis:6379',
      secret: readSecret('CACHE_SECRET'),
    })
    expect(config.callSecret).toBe(readSecret('CALL_SECRET'))
    expect(config.ledger).toMatchObject({ enabled: true, secret: readSecret('LEDGER_SECRET') })
    expect(services['gateway']?.volumes).toEqual([`ledger:${config.ledger.path}`])
  })

  it('publishes the port of the gateway and nothing else', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) => (ports.length > 0 ? [name] : []))
    expect(published).toEqual(['gateway'])
    expect(services['gateway']?.ports).toEqual(['${GATEWAY_PORT:-4000}:4000'])
  })

  it('keeps the databases where only agencies reach them, without a way out', () => {
    const beside = Object.entries(services).flatMap(([name, service]) =>
      service.networks.includes('databases') ? [name] : [],
    )
    expect(beside.toSorted()).toEqual([...agencies.map(({ name }) => name), 'postgres'].toSorted())
    expect(networks['databases']?.internal).toBe(true)
    expect(networks['agencies']?.internal).toBe(true)
  })

  it('lets no agency have so many connections that none are left for the others', () => {
    const script = readFileSync(join(root, 'scripts/create-databases.sh'), 'utf8')
    const limit = Number(/CONNECTION LIMIT (\d+)/.exec(script)?.[1])
    // PostgreSQL gives 100 by default, and keeps three of them for its superuser.
    const most = Number(/max_connections=(\d+)/.exec(services['postgres']?.command?.join(' ') ?? '')?.[1] ?? 100)
    expect(limit * agencies.length).toBeLessThanOrEqual(most - 3)
    for (const agency of agencies) {
      // Besides, an agency takes three for changes, and one to see at start whether it is let in.
      expect(readAgencyConfig(agency, environmentOf(agency.name)).connections + 4).toBeLessThanOrEqual(limit)
    }
  })

  it('has every secret in a file, which `npm run secrets` writes, and none in an environment', () => {
    const written = readdirSync(secretsFolder).map((name) => [name, { file: `.secrets/${name}` }])
    expect(secrets).toEqual(Object.fromEntries(written))
    for (const name of readdirSync(secretsFolder)) expect(text).not.toContain(readSecret(name))
    const variables = Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment))
    expect(variables.filter((name) => /(SECRET|KEY|PASSWORD|DATABASE_URL)$/.test(name))).toEqual([])
  })

  it('gives each service its own secrets and nobody the others', () => {
    const granted = Object.entries(services).map(([name, service]) => [name, service.secrets ?? []])
    const ofAgencies = agencies.map(({ name }) => [
      name,
      [`${prefixOf(name)}DATABASE_URL`, `${prefixOf(name)}CALL_KEY`],
    ])
    const passwords = agencies.map(({ name }) => `${prefixOf(name)}DATABASE_PASSWORD`)
    expect(Object.fromEntries(granted)).toEqual({
      ...Object.fromEntries(ofAgencies),
      gateway: ['CALL_SECRET', 'CACHE_SECRET', 'LEDGER_SECRET'],
      postgres: ['POSTGRES_PASSWORD', ...passwords],
      redis: [],
    })
  })
})

describe('Dockerfile', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

  it('runs on node:24-slim as a user that is not root, without dev dependencies', () => {
    expect(dockerfile.match(/^FROM \S+/gm)).toEqual(['FROM node:24-slim', 'FROM node:24-slim'])
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/npm ci --omit=dev/)
  })

  it('copies every folder that runs in production, as .dockerignore lets it', () => {
    const ignore = readFileSync(join(root, '.dockerignore'), 'utf8')
    for (const folder of ['platform', 'schema', 'gateway', 'subgraphs']) {
      expect(dockerfile).toContain(`COPY ${folder} ${folder}`)
      expect(ignore).toContain(`!${folder}`)
    }
  })
})
