/** Stands in for the gateway: answers the self-check with what STAND_IN_ANSWER says, and reports its URL over IPC. */
import { createServer } from 'node:http'
import { agencies } from '../../../scripts/agencies.mjs'

const silent = process.env.STAND_IN_SILENT
const provenance = agencies.map(({ name }) => ({ agency: name, source: name === silent ? 'UNAVAILABLE' : 'LIVE' }))
const whole = {
  data: { applicant: { nik: '5318075205999001', departureReadiness: { status: 'READY' } } },
  extensions: { provenance },
}
const answer = process.env.STAND_IN_ANSWER ?? JSON.stringify(whole)

const server = createServer((request, response) => {
  if (request.url.startsWith('/dev/token')) {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('a-token\n')
    return
  }
  const isKnown = process.env.STAND_IN_LOCKED === undefined && request.headers.authorization === 'Bearer a-token'
  if (!isKnown) {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"errors":[{"message":"no token"}]}')
    return
  }
  const asked = request.method === 'POST' && request.url === '/graphql'
  response.writeHead(asked ? 200 : 404, { 'content-type': process.env.STAND_IN_TYPE ?? 'application/json' }).end(answer)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.send({ type: 'ready', url: `http://127.0.0.1:${server.address().port}/graphql` })
})
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
process.on('SIGINT', () => process.exit(0))
