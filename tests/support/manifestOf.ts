import { createHash } from 'node:crypto'

/** A manifest of these texts, each with one named query, as a file holds it. */
export function manifestOf(...bodies: readonly string[]): string {
  const operations = bodies.map((body) => ({
    id: createHash('sha256').update(body).digest('hex'),
    name: /query (\w+)/.exec(body)?.[1] ?? '',
    type: 'query',
    body,
    purposes: ['service-delivery'],
  }))
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations })
}
