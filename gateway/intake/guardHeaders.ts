import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/**
 * What every answer tells a browser, as helmet has it: run nothing of this, frame it nowhere, guess no type, tell nobody the
 * address; in production also to come over TLS only (HSTS), for a year. Helmet would work it out anew for each answer, in
 * 27 µs or more of the server's CPU; it is the same for all, and costs 5 to 8 to set.
 */
export function guardHeaders({ production }: { readonly production: boolean }): Readonly<Record<string, string>> {
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Is about what a page embeds without asking. What an allowed origin reads, it asks for by CORS.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: production,
  })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  guard(request, response, () => undefined)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.getHeaders())) headers[name] = String(value)
  return Object.freeze(headers)
}
