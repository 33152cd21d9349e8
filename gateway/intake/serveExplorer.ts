import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { headers } from '../../platform/headers.ts'
import type { DevelopmentIssuer } from '../access/createDevelopmentIssuer.ts'
import { developmentUsers } from '../access/developmentUsers.ts'
import { explorerTabs } from './explorerTabs.ts'

interface Page {
  readonly html: string
  /** What the page may load and ask: itself and this server, and nothing of the rest of the world. */
  readonly contentPolicy: string
}

export interface ExplorerOptions {
  readonly currentSchema: () => GraphQLSchema
  /** Makes the token that the page sends; undefined where none is asked for, or others make it. */
  readonly issuer: DevelopmentIssuer | undefined
}

/** Milliseconds for which a page is good: its token is for a day. */
const pageLife = 43_200_000

/** GET / answers the explorer page of the schema of the day. The page is made when it is first asked for: it is 9 MB. */
export function serveExplorer(server: FastifyInstance, { currentSchema, issuer }: ExplorerOptions): void {
  let shown: GraphQLSchema | undefined
  let madeAt = -Infinity
  let page: Promise<Page> | undefined
  server.get('/', async (_request, reply) => {
    const schema = currentSchema()
    const isOld = performance.now() - madeAt > pageLife
    if (page === undefined || schema !== shown || isOld) {
      page = renderPage(schema, issuer)
      madeAt = performance.now()
    }
    shown = schema
    const { html, contentPolicy } = await page
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy })
    return html
  })
}

async function renderPage(schema: GraphQLSchema, issuer: DevelopmentIssuer | undefined): Promise<Page> {
  // A development dependency: production has no explorer and must not look for it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const token = await issuer?.issue(developmentUsers.bp2mi)
  const html = renderGraphiQL({
    title: 'Satu Atap',
    endpoint: '/graphql',
    defaultTabs: [...explorerTabs(schema)],
    // Beside those of the page's editor, which come before these: a developer may ask as somebody else.
    additionalHeaders:
      token === undefined ? {} : { authorization: `Bearer ${token}`, [headers.purpose]: 'supervision' },
  })
  return { html, contentPolicy: writePolicy(html) }
}

/** The scripts that stand in the page may run, and no others; the styles cannot be told, since the editor makes them as it goes. */
function writePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script)
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}
