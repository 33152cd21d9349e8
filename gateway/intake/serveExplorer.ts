import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { explorerTabs } from './explorerTabs.ts'

interface Page {
  readonly html: string
  /** What the page may load and ask: itself and this server, and nothing of the rest of the world. */
  readonly contentPolicy: string
}

/** GET / answers the explorer page of the schema of the day. The page is made when it is first asked for: it is 9 MB. */
export function serveExplorer(server: FastifyInstance, currentSchema: () => GraphQLSchema): void {
  let shown: GraphQLSchema | undefined
  let page: Promise<Page> | undefined
  server.get('/', async (_request, reply) => {
    const schema = currentSchema()
    if (page === undefined || schema !== shown) page = renderPage(schema)
    shown = schema
    const { html, contentPolicy } = await page
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy })
    return html
  })
}

async function renderPage(schema: GraphQLSchema): Promise<Page> {
  // A development dependency: production has no explorer and must not look for it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({ title: 'Satu Atap', endpoint: '/graphql', defaultTabs: [...explorerTabs(schema)] })
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
