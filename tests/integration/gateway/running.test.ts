import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const query = '{ book(id: "1") { title } }'
const secret = 'a-secret-of-our-own-that-nobody-else-knows'

let bookshop: Bookshop

beforeAll(async () => {
  bookshop = await startBookshop()
})

afterAll(() => bookshop.stop())

async function withGateway(
  variables: Readonly<Record<string, string>>,
  use: (gateway: TestGateway) => Promise<void>,
): Promise<void> {
  const gateway = await startGateway(bookshop.supergraph, variables)
  try {
    await use(gateway)
  } finally {
    await gateway.stop()
  }
}

describe('health', () => {
  it('is alive and ready though no subgraph answers, and lists the breaker of each', async () => {
    await withGateway({ BOOKS_URL: 'http://127.0.0.1:9/graphql', CACHE: 'off' }, async ({ origin, post }) => {
      await Promise.all(Array.from({ length: 12 }, () => post({ query })))
      const alive = await fetch(`${origin}/health`)
      expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive' }])
      const ready = await fetch(`${origin}/health/ready`)
      expect([ready.status, await ready.json()]).toEqual([
        200,
        {
          status: 'ready',
          agencies: [
            { agency: 'books', breaker: 'open' },
            { agency: 'reviews', breaker: 'closed' },
          ],
        },
      ])
    })
  })
})

describe('metrics', () => {
  it('are on a port of their own, and count calls and requests', async () => {
    await withGateway({}, async ({ metricsUrl, origin, post }) => {
      await post({ query })
      await post({ query: '{ nothing }' })
      bookshop.books.behaveAs((response) => response.writeHead(500).end())
      await post({ query })
      bookshop.books.behaveAs(null)
      const response = await fetch(metricsUrl)
      const text = await response.text()
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
      expect(new URL(metricsUrl).origin).not.toBe(origin)
      expect(text).toMatch(/satu_atap_agency_calls_total\{agency="books",outcome="ok"\} 1/)
      expect(text).toMatch(/satu_atap_agency_calls_total\{agency="books",outcome="STATUS"\} 1/)
      expect(text).toMatch(/satu_atap_agency_retries_total\{agency="books"\} 1/)
      expect(text).toMatch(/satu_atap_agency_call_duration_seconds_count\{agency="books"\} 2/)
      expect(text).toMatch(/satu_atap_agency_breaker_state\{agency="reviews",state="closed"\} 1/)
      expect(text).toMatch(/satu_atap_agency_breaker_state\{agency="reviews",state="open"\} 0/)
      for (const outcome of ['answered', 'refused', 'partial']) {
        expect(text).toContain(`satu_atap_requests_total{outcome="${outcome}"} 1`)
      }
      expect(text).toMatch(/satu_atap_requests_in_flight 0/)
      expect(text).toMatch(/process_cpu_seconds_total/)
      expect((await fetch(new URL('/graphql', metricsUrl))).status).toBe(404)
    })
  })
})

interface Tab {
  readonly query: string
  readonly variables?: string | null
}

/** The tabs among the options that the page gives to GraphiQL. */
function tabsOf(page: string): readonly Tab[] {
  const options = page.split('\n').find((line) => line.includes('"defaultTabs":['))
  const { defaultTabs } = JSON.parse(options?.trim().replace(/,$/, '') ?? '{}') as { defaultTabs?: readonly Tab[] }
  return defaultTabs ?? []
}

function readVariables(text: string | null | undefined): unknown {
  return text === undefined || text === null || text === '' ? undefined : JSON.parse(text)
}

describe('the explorer', () => {
  it('is a page that needs nothing from any other host', async () => {
    await withGateway({}, async ({ origin }) => {
      const response = await fetch(origin)
      const page = await response.text()
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
      expect(page).toContain('<title>Satu Atap</title>')
      expect(page).toContain('"endpoint":"/graphql"')
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
      expect(page).not.toMatch(/@import|url\(["']?(https?:)?\/\//)
    })
  })

  it('has tabs that each run as they stand, and the first without variables, since GraphiQL gives it none', async () => {
    const agencies = ['IDENTITY', 'PASSPORT', 'POLICE_CLEARANCE', 'HEALTH', 'INSURANCE', 'PLACEMENT']
    const nowhere = agencies.map((agency) => [`${agency}_URL`, 'http://127.0.0.1:9/graphql'] as const)
    const ours = readFileSync('schema/supergraph.graphql', 'utf8')
    const gateway = await startGateway(ours, { ...Object.fromEntries(nowhere), CACHE: 'off' })
    const tabs = tabsOf(await (await fetch(gateway.origin)).text())
    const requests = [
      { query: tabs[0]?.query },
      ...tabs.map(({ query: text, variables }) => ({ query: text, variables: readVariables(variables) })),
    ]
    const answers = await Promise.all(requests.map((request) => gateway.post(request)))
    await gateway.stop()
    expect(tabs).toHaveLength(10)
    for (const { body } of answers) {
      expect(body).toHaveProperty('data')
      expect(new Set(body.errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['AGENCY_UNAVAILABLE']))
    }
  })
})

describe('production', () => {
  const production = { NODE_ENV: 'production', CALL_SECRET: secret, CACHE_SECRET: secret, LEDGER_SECRET: secret }

  it('has no explorer', async () => {
    await withGateway(production, async ({ origin }) => {
      const response = await fetch(origin)
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ])
    })
  })

  it('does not tell its schema, not even by suggesting names', async () => {
    await withGateway(production, async ({ post }) => {
      const asked = await post({ query: '{ __schema { types { name } } }' })
      expect(asked.body.data).toBeUndefined()
      expect(asked.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
      const mistyped = await post({ query: '{ bok(id: "1") { title } }' })
      expect(mistyped.body.errors?.[0]?.message).not.toContain('Did you mean')
      const fine = await post({ query })
      expect(fine.body.data).toEqual({ book: { title: 'Laskar Pelangi' } })
    })
  })
})
