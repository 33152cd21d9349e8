import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { explorerTabs } from './explorerTabs.ts'

/** What the page may load and ask: itself and this server, and nothing of the rest of the world. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GET / answers the explorer page of the schema of the day. The page is made when it is first asked for: it is 9 MB. */
export function serveExplorer(server: FastifyInstance, currentSchema: () => GraphQLSchema): void {
  let shown: GraphQLSchema | undefined
  let page: Promise<string> | undefined
  server.get('/', async (_request, reply) => {
    const schema = currentSchema()
    if (page === undefined || schema !== shown) page = renderPage(schema)
    shown = schema
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy })
    return page
  })
}

async function renderPage(schema: GraphQLSchema): Promise<string> {
  // A development dependency: production has no explorer and must not look for it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  return renderGraphiQL({ title: 'Satu Atap', endpoint: '/graphql', defaultTabs: [...explorerTabs(schema)] })
}
