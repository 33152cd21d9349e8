/**
 * What a good engineer writes by hand for the queries of the benchmark and nothing else: the civil registry first, then the
 * other five agencies at once, over undici, with the answers put together. A process entry: PORT and AGENCIES say where.
 */
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Pool } from 'undici'
import { selections } from '../workloads/selections.ts'

type Applicant = Readonly<Record<string, unknown>> & { readonly nik: string }

interface Page {
  readonly edges: readonly { readonly node: Applicant }[]
  readonly pageInfo: unknown
}

interface Question {
  readonly variables: { readonly nik?: string; readonly first?: number; readonly after?: string }
}

const { identity, ...others } = selections
const agencies: Readonly<Record<string, string>> = JSON.parse(process.env['AGENCIES'] ?? '{}')
const ask = Object.fromEntries(Object.entries(agencies).map(([name, url]) => [name, createAsker(url)]))

const applicantQuery = `query($nik: NIK!) { applicant(nik: $nik) { ${identity} } }`
const pageQuery = `query($first: Int!, $after: String) {
  applicants(first: $first, after: $after) { edges { node { ${identity} } } pageInfo { endCursor hasNextPage } }
}`
const partQueries = Object.entries(others).map(([name, selection]) => ({
  name,
  query: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant { ${selection} } } }`,
}))

const server = createServer((request, response) => {
  answer(request).then(
    (data) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })),
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})
server.listen(Number(process.env['PORT']), '127.0.0.1')

async function answer(request: IncomingMessage): Promise<unknown> {
  const { variables }: Question = JSON.parse(await readBody(request))
  return variables.nik === undefined ? answerPage(variables) : answerApplicant(variables)
}

async function answerApplicant(variables: Question['variables']): Promise<unknown> {
  const { applicant } = await askAgency<{ applicant: Applicant | null }>('identity', applicantQuery, variables)
  if (applicant === null) return { applicant }
  const [whole] = await addParts([applicant])
  return { applicant: whole }
}

async function answerPage(variables: Question['variables']): Promise<unknown> {
  const { applicants } = await askAgency<{ applicants: Page }>('identity', pageQuery, variables)
  const whole = await addParts(applicants.edges.map(({ node }) => node))
  return { applicants: { edges: whole.map((node) => ({ node })), pageInfo: applicants.pageInfo } }
}

/** Adds what the other five know. */
async function addParts(applicants: readonly Applicant[]): Promise<readonly object[]> {
  const representations = applicants.map(({ nik }) => ({ __typename: 'Applicant', nik }))
  const parts = await Promise.all(
    partQueries.map(({ name, query }) => askAgency<{ _entities: readonly object[] }>(name, query, { representations })),
  )
  return applicants.map((applicant, index) =>
    Object.assign({}, applicant, ...parts.map(({ _entities }) => _entities[index])),
  )
}

async function askAgency<Data>(name: string, query: string, variables: object): Promise<Data> {
  const answered = await ask[name]?.(JSON.stringify({ query, variables }))
  const { data, errors } = answered as { readonly data: Data; readonly errors?: unknown }
  if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`)
  return data
}

function createAsker(url: string): (body: string) => Promise<unknown> {
  const { origin, pathname: path } = new URL(url)
  const pool = new Pool(origin, { connections: 64 })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return async (body) => {
    const response = await pool.request({ path, method: 'POST', headers, body })
    return response.body.json()
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
