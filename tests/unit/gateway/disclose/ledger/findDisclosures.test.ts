import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Disclosure } from '../../../../../gateway/disclose/ledger/Disclosure.ts'
import { findDisclosures } from '../../../../../gateway/disclose/ledger/findDisclosures.ts'
import type { FoundDisclosure, Search } from '../../../../../gateway/disclose/ledger/findDisclosures.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

const maria = '5318075205999001'
const yohanes = '5306030301019002'

async function find(nik: string): Promise<Search & { readonly found: readonly FoundDisclosure[] }> {
  const found: FoundDisclosure[] = []
  const { directory, secret } = ledger
  const search = await findDisclosures({ directory, secret, nik, onFound: (disclosure) => found.push(disclosure) })
  return { ...search, found }
}

async function write(...disclosures: readonly Disclosure[]): Promise<void> {
  const open = await ledger.open({ segmentBytes: 1 })
  for (const disclosure of disclosures) await open.append(disclosure)
  await open.close()
}

/** Texts with what could break a line, a JSON text or an object. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a b', '__proto__', 'constructor', '"}\n{"sequence":1', '\r\n\u2028\u0000', '","hash":"', '\\'),
)

const anyDisclosure: fc.Arbitrary<Disclosure> = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }),
  correlationId: anyText,
  principal: fc.record(
    { kind: anyText, client: anyText, subject: anyText, office: anyText },
    { requiredKeys: ['kind', 'client', 'subject'] },
  ),
  purpose: anyText,
  operation: anyText,
  applicants: fc.array(fc.constantFrom(maria, yohanes), { minLength: 1, maxLength: 3 }),
  classes: fc.array(anyText, { maxLength: 3 }),
  agencies: fc.array(fc.record({ agency: anyText, source: fc.constantFrom('LIVE', 'CACHE', 'STALE', 'UNAVAILABLE') }), {
    maxLength: 3,
  }),
})

describe('who saw a person', () => {
  it('is told in the order in which answers left, with the subject opened and nobody else named', async () => {
    const list = makeDisclosure({ applicants: [yohanes, maria], operation: 'List' })
    const others = makeDisclosure({ applicants: [yohanes] })
    const own = makeDisclosure({ principal: { kind: 'WORKER', client: 'app', subject: maria }, at: 0 })
    await write(list, others, own)
    const { applicants: _applicants, at: _at, ...listed } = list
    const { found, flaws } = await find(maria)
    expect(flaws).toEqual([])
    expect(found).toEqual([
      { ...listed, at: '2026-07-01T03:00:00.000Z' },
      expect.objectContaining({ at: '1970-01-01T00:00:00.000Z', principal: { ...own.principal, office: undefined } }),
    ])
    expect((await find('5302016009889006')).found).toEqual([])
  })

  it('is told as it was written, whatever stands in a field, with each entry on one line and no NIK or subject in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDisclosure, { minLength: 1, maxLength: 5 }), async (disclosures) => {
        const own = openTestLedger()
        const open = await own.open()
        await Promise.all(disclosures.map((disclosure) => open.append(disclosure)))
        await open.close()
        expect((await own.verify()).isWhole).toBe(true)
        const text = readFileSync(join(own.directory, '000001.jsonl'), 'utf8')
        expect(text.trimEnd().split('\n')).toHaveLength(disclosures.length)
        expect(text).not.toMatch(/5318075205999001|5306030301019002/)
        const found: FoundDisclosure[] = []
        const { directory, secret } = own
        await findDisclosures({ directory, secret, nik: maria, onFound: (disclosure) => found.push(disclosure) })
        own.remove()
        const expected = disclosures
          .filter(({ applicants }) => applicants.includes(maria))
          .map(({ applicants: _applicants, at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() }))
        expect(found).toEqual(expected.map((one) => JSON.parse(toWellFormed(JSON.stringify(one))) as unknown))
      }),
      { numRuns: 50 },
    )
  })

  it('is told also behind an entry that was changed, with what is wrong', async () => {
    await write(
      makeDisclosure({ operation: 'one' }),
      makeDisclosure({ operation: 'two' }),
      makeDisclosure({ operation: 'three' }),
    )
    const path = join(ledger.directory, '000002.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('two', 'six'))
    const { found, flaws } = await find(maria)
    expect(found.map(({ operation }) => operation)).toEqual(['one', 'three'])
    expect(flaws).toEqual(['Entry 2 was changed, or something was put in front of it.'])
  })

  it('is not confused by the digest of an applicant in another field', async () => {
    await write(makeDisclosure())
    const [, digest = ''] =
      /"applicants":\["([^"]+)"/.exec(readFileSync(join(ledger.directory, '000001.jsonl'), 'utf8')) ?? []
    await write(makeDisclosure({ applicants: [yohanes], operation: digest }))
    expect((await find(maria)).found).toHaveLength(1)
  })

  it('does not show who is the same person in two ledgers, nor one subject in two of them', async () => {
    await write(makeDisclosure())
    const other = openTestLedger()
    const open = await other.open({ secret: 'another secret that is long enough as well' })
    await open.append(makeDisclosure())
    await open.close()
    const textsOf = (directory: string) => {
      const { applicants, subject } = JSON.parse(readFileSync(join(directory, '000001.jsonl'), 'utf8')) as {
        readonly applicants: readonly string[]
        readonly subject: string
      }
      return [applicants[0], subject]
    }
    const [digest, subject] = textsOf(ledger.directory)
    expect(textsOf(other.directory)).not.toContain(digest)
    expect(textsOf(other.directory)).not.toContain(subject)
    other.remove()
  })
})

/** A lone half of a surrogate pair is no text that UTF-8 could hold inside the seal. */
function toWellFormed(text: string): string {
  return text.toWellFormed()
}
