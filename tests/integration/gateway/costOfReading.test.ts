import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { times } from '../../support/times.ts'

/** Milliseconds of CPU. Other programs use the machine too, and its caches. */
const mostForRefusal = 5
const mostForReading = 20
const patience = 3

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
  ['fragments that there are not, side by side', offices(times(800, (index) => `...F${index}`))],
  ['a block string of 84,000 lines', `{ applicant(nik: """${'a\n'.repeat(84_000)}x""") { nik } }`],
  ['a block string of line breaks', `{ applicant(nik: """${'\n'.repeat(126_000)}x""") { nik } }`],
  [
    'a block string of as many lines as there may be, with too many tokens after it',
    `{ applicants(a: """${'\n'.repeat(4_990)}x""", b: [${'1 '.repeat(5_000)}]) { __typename } }`,
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
  ['a field that there is not, with many values', `{ foo(x: [${times(4_000, (index) => `${100_000 + index} `)}]) }`],
  [
    'many values where one belongs',
    `{ applicants(first: [${times(2_400, (index) => `"${index}${'a'.repeat(36)}" `)}]) { __typename } }`,
  ],
  ['a long text where a number belongs', `{ applicants(first: "${'a'.repeat(80_000)}") { __typename } }`],
  ['a block string of many lines', `{ applicants(first: """${'\n'.repeat(4_990)}x""") { __typename } }`],
  ['many wrong names', offices(times(990, (index) => `x${index}`))],
  [
    'many fragments',
    `${offices(times(60, (index) => `...F${index}`))} ${times(60, (index) => `fragment F${index} on LtsaOffice { a${index}: name }`)}`,
  ],
]

interface Cost {
  readonly milliseconds: number
  readonly codes: readonly string[]
}

describe('what reading a text costs', () => {
  const costs = new Map<string, readonly [any: Cost, registered: Cost]>()

  beforeAll(() => {
    const texts = [...refused, ...read].map(([, text]) => text)
    const { stdout } = spawnSync(process.execPath, ['tests/support/standIns/measureReading.ts'], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    })
    const measured = JSON.parse(stdout) as readonly (readonly [Cost, Cost])[]
    for (const [index, pair] of measured.entries()) costs.set(texts[index] ?? '', pair)
  }, 120_000)

  it.each(refused)('is under 5 ms of CPU for one that a limit refuses: %s', (_what, text) => {
    const [any] = costs.get(text) ?? []
    expect([['OPERATION_TOO_LARGE'], ['GRAPHQL_PARSE_FAILED']]).toContainEqual(any?.codes)
    expect(any?.milliseconds).toBeLessThan(mostForRefusal * patience)
  })

  it.each(read)('is under 20 ms of CPU for one that no limit refuses: %s', (_what, text) => {
    const [any] = costs.get(text) ?? []
    expect(any?.codes).not.toContain('OPERATION_TOO_LARGE')
    expect(any?.milliseconds).toBeLessThan(mostForReading * patience)
  })

  it.each([...refused, ...read])('is next to nothing where registered operations alone are read: %s', (_what, text) => {
    const [, registered] = costs.get(text) ?? []
    expect(registered?.codes).toEqual(['OPERATION_NOT_REGISTERED'])
    expect(registered?.milliseconds).toBeLessThan(2 * patience)
  })
})
