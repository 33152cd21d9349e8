import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { buildASTSchema, buildSchema, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { readConfig } from '../../../gateway/config.ts'
import { createOperationReader } from '../../../gateway/operation/createOperationReader.ts'
import type { OperationReader } from '../../../gateway/operation/createOperationReader.ts'
import { createRegistry } from '../../../gateway/operation/createRegistry.ts'
import { readCosts } from '../../../gateway/operation/readCosts.ts'
import { readManifest } from '../../../gateway/operation/readManifest.ts'
import { attachScalars } from '../../../gateway/plan/attachScalars.ts'
import { times } from '../../support/times.ts'

/** Milliseconds of CPU in a gateway. Under Jest all takes some four times as much, and other programs use the machine too. */
const mostForRefusal = 5
const mostForReading = 20
const patience = 6

const offices = (selections: string): string => `{ ltsaOffices { ${selections} } }`
const applicant = (selections: string): string => `{ applicant(nik: "5318075205999001") { ${selections} } }`

/** Texts that would cost much more if the limits did not stop them. */
const refused: readonly (readonly [what: string, text: string])[] = [
  ['more tokens than anybody reads', offices('name '.repeat(40_000))],
  ['a string that never ends', `{ applicant(nik: "${'5'.repeat(200_000)}`],
  ['a comment of 200 kB with too many fields after it', `# ${'x'.repeat(200_000)}\n${offices('name '.repeat(2_000))}`],
  ['one field a thousand times', offices('name '.repeat(990))],
  ['one field with others in it', offices('region { name } '.repeat(400))],
  ['one field with others in it, nested', `{ ${times(19, () => `ltsaOffices { ${times(50, () => 'name')} }`)} }`],
  ['one field with arguments', applicant('age(on: "2026-01-01") '.repeat(300))],
  [
    'fragments side by side',
    `${offices(times(500, (index) => `...F${index}`))} ${times(500, (index) => `fragment F${index} on LtsaOffice { name }`)}`,
  ],
  [
    'fragments that double',
    `${offices('...F0')} ${times(300, (index) => `fragment F${index} on LtsaOffice { ...F${index + 1} ...F${index + 1} }`)} fragment F300 on LtsaOffice { name }`,
  ],
  [
    'fragments nested without end',
    `${offices('...F0')} ${times(400, (index) => `fragment F${index} on LtsaOffice { ...F${index + 1} }`)} fragment F400 on LtsaOffice { name }`,
  ],
  ['aliases', offices(times(900, (index) => `a${index}: name`))],
  ['directives', offices(`name ${'@skip(if: false) '.repeat(900)}`)],
  ['a deep selection', `{ ${'a { '.repeat(1_500)} a ${'}'.repeat(1_500)} }`],
  ['a deep value', `{ applicants(filter: ${'{ a: '.repeat(1_200)} 1 ${'}'.repeat(1_200)}) { __typename } }`],
  [
    'many operations',
    times(300, (index) => `query A${index} { ...F }`) + ` fragment F on Query { ${times(300, () => '__typename')} }`,
  ],
]

/** Texts within the limits that cost as much as there is to cost. */
const read: readonly (readonly [what: string, text: string])[] = [
  [
    'all fields that there may be',
    applicant(
      times(90, (index) => `p${index}: passports { number kind issuedAt expiresAt status holderName holderBirthDate }`),
    ),
  ],
  ['nearly as many comparisons as there may be', offices('name '.repeat(135))],
  ['comparisons with others in them', offices('region { name } '.repeat(50))],
  ['many wrong names', offices(times(990, (index) => `x${index}`))],
  [
    'many fragments',
    `${offices(times(60, (index) => `...F${index}`))} ${times(60, (index) => `fragment F${index} on LtsaOffice { a${index}: name }`)}`,
  ],
]

describe('what reading a text costs', () => {
  let schema: GraphQLSchema
  let rules: {
    readonly schema: GraphQLSchema
    readonly limits: ReturnType<typeof readConfig>['operationLimits']
    readonly open: boolean
  }
  const digestKey = Buffer.alloc(32, 7)

  beforeAll(() => {
    schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
    attachScalars(schema)
    rules = { schema, limits: readConfig({}).operationLimits, open: true }
  })

  function makeReader(): OperationReader {
    const supergraph = buildASTSchema(parse(readFileSync('schema/supergraph.graphql', 'utf8')), {
      assumeValidSDL: true,
    })
    return createOperationReader({ ...rules, digestKey, costs: readCosts(supergraph) })
  }

  /** Milliseconds of CPU that reading takes on average, after some for the compiler. Each text is new to the reader. */
  function measure(
    reader: OperationReader,
    text: string,
  ): { readonly milliseconds: number; readonly codes: Set<unknown> } {
    const codes = new Set<unknown>()
    function readOnce(time: number): void {
      try {
        reader.read({
          method: 'POST',
          query: `${text}\n#${time}`,
          hash: undefined,
          operationName: undefined,
          variables: {},
        })
      } catch (error) {
        const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
        for (const one of errors)
          codes.add((one as { readonly extensions?: { readonly code?: unknown } }).extensions?.code)
      }
    }
    for (let time = 0; time < 10; time += 1) readOnce(time)
    const before = process.cpuUsage()
    for (let time = 10; time < 40; time += 1) readOnce(time)
    const { user, system } = process.cpuUsage(before)
    return { milliseconds: (user + system) / 30_000, codes }
  }

  it.each(refused)('is under 5 ms of CPU for one that a limit refuses: %s', (_what, text) => {
    const { milliseconds, codes } = measure(makeReader(), text)
    expect([['OPERATION_TOO_LARGE'], ['GRAPHQL_PARSE_FAILED']]).toContainEqual([...codes])
    expect(milliseconds).toBeLessThan(mostForRefusal * patience)
  })

  it.each(read)('is under 20 ms of CPU for one that no limit refuses: %s', (_what, text) => {
    const { milliseconds, codes } = measure(makeReader(), text)
    expect(codes).not.toContain('OPERATION_TOO_LARGE')
    expect(milliseconds).toBeLessThan(mostForReading * patience)
  })

  it.each([...refused, ...read])(
    'is next to nothing where registered operations alone are read: %s',
    async (_what, text) => {
      const manifest = await readManifest({ path: 'schema/operations/manifest.json', optional: false })
      const registry = await createRegistry(manifest.values(), rules)
      const reader = createOperationReader({ ...rules, digestKey, registry, registeredOnly: true })
      const { milliseconds, codes } = measure(reader, text)
      expect([...codes]).toEqual(['OPERATION_NOT_REGISTERED'])
      expect(milliseconds).toBeLessThan(2 * patience)
    },
  )
})
