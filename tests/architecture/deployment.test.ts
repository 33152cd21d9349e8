import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { gatewayVariables } from '../../gateway/gatewayVariables.ts'
import { readConfig } from '../../gateway/config.ts'
import { agencies } from '../../subgraphs/index.ts'
import { agencyVariables } from '../../subgraphs/kit/agencyVariables.ts'
import { prefixOf } from '../../subgraphs/kit/prefixOf.ts'
import { readAgencyConfig } from '../../subgraphs/kit/readAgencyConfig.ts'
import { sharedVariables } from '../../subgraphs/kit/sharedVariables.ts'

interface Service {
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly networks: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
}

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const { services, networks } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>
}

/** The secrets that `npm run secrets` prints. */
function printSecrets(): Readonly<Record<string, string>> {
  const { stdout } = spawnSync(process.execPath, ['scripts/secrets.mjs'], { cwd: root, encoding: 'utf8' })
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
}

/** The environment of a service with `${NAME:-default}` and `${NAME:?message}` filled in. */
function environmentOf(service: string, secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(services[service]?.environment ?? {})
  const fill = (value: string) =>
    value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const given = secrets[name] ?? (kind === '-' ? rest : undefined)
      if (given === undefined) throw new Error(`npm run secrets does not print ${name}`)
      return given
    })
  return Object.fromEntries(entries.map(([name, value]) => [name, fill(value)]))
}

describe('docker-compose.yml', () => {
  const secrets = printSecrets()

  it('has the roster, the gateway, PostgreSQL and Redis, each with a health check', () => {
    const names = [...agencies.map(({ name }) => name), 'gateway', 'postgres', 'redis']
    expect(Object.keys(services).toSorted()).toEqual(names.toSorted())
    for (const { healthcheck } of Object.values(services)) expect(healthcheck?.test.length).toBeGreaterThan(1)
  })

  it.each(agencies)('runs $name on its port, with a configuration that it accepts', (agency) => {
    const { name } = agency
    const prefix = prefixOf(name)
    const environment = environmentOf(name, secrets)
    const known = [
      ...Object.keys(sharedVariables.shape),
      ...Object.keys(agencyVariables.shape).map((variable) => `${prefix}${variable}`),
    ]
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
    expect(environmentOf('postgres', secrets)[`${prefix}DATABASE_PASSWORD`]).toBe(new URL(config.databaseUrl).password)
    expect(config.gatewayUrls).toEqual([`http://gateway:${environmentOf('gateway', secrets)['PORT']}`])
  })

  it('gives the gateway a configuration that it accepts, and the address of every agency', () => {
    const environment = environmentOf('gateway', secrets)
    const addresses = agencies.map(({ name }) => `${prefixOf(name)}URL`)
    expect([...Object.keys(gatewayVariables.shape), ...addresses]).toEqual(
      expect.arrayContaining(Object.keys(environment)),
    )
    const config = readConfig(environment)
    for (const { name, port } of agencies) expect(config.agencyUrl(name)).toBe(`http://${name}:${port}/graphql`)
    expect(config.cache).toMatchObject({ store: 'redis', url: 'redis://redis:6379', secret: secrets['CACHE_SECRET'] })
    expect(config.ledger).toMatchObject({ enabled: true, secret: secrets['LEDGER_SECRET'] })
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

  it('holds no secret of its own', () => {
    for (const [name, value] of Object.entries(secrets)) {
      expect(text).not.toContain(value)
      expect(text).toContain(`\${${name}:?`)
    }
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
