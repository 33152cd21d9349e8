/**
 * The least that answering from Redis takes: one MGET of six values, put together as text. A process entry: PORT says where,
 * REDIS_URL from where. The keys are written by who starts it.
 */
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Redis } from 'ioredis'
import { selections } from '../workloads/selections.ts'

const agencies = Object.keys(selections)
const redis = new Redis(process.env['REDIS_URL'] ?? '')

const server = createServer((request, response) => {
  answer(request).then(
    (text) => response.setHeader('content-type', 'application/json').end(text),
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})
server.listen(Number(process.env['PORT']), '127.0.0.1')

async function answer(request: IncomingMessage): Promise<string> {
  const { variables }: { readonly variables: { readonly nik: string } } = JSON.parse(await readBody(request))
  const parts = await redis.mget(agencies.map((agency) => `${variables.nik}:${agency}`))
  return parts.includes(null) ? '{"data":{"applicant":null}}' : `{"data":{"applicant":{${parts.join(',')}}}}`
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
