import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import type { Principal } from '../../../../gateway/access/Principal.ts'
import { createCallers } from '../../../../gateway/access/createCallers.ts'
import { createRelease } from '../../../../gateway/access/createRelease.ts'
import type { ReleasedAnswer } from '../../../../gateway/access/createRelease.ts'
import type { Disclosure } from '../../../../gateway/disclose/ledger/Disclosure.ts'
import { operationOf } from '../../../../gateway/document/operationOf.ts'
import { fault } from '../../../../platform/fault.ts'
import { principalKinds } from '../../../../schema/access/principalKinds.ts'
import { recordLines } from '../../../support/recordLines.ts'

const own: Principal = {
  kind: 'WORKER',
  client: 'an-application',
  subject: 'somebody',
  office: undefined,
  area: [],
  nik: 'one',
  scopes: [],
}

const look = operationOf(parse('{ applicant { name } }'))
const { signal } = new AbortController()

const nothing = { operation: look, sought: new Map(), denied: new Set<string>(), lists: new Set<string>(), classes: [] }

/** What stands below the root field of an answer. */
const shown = (...people: readonly string[]) => new Map([['applicant', new Set(people)]])

/** An answer with the record of the person `one`, looked up by such a principal. */
function answerTo(kind: Principal['kind'], changes: Partial<ReleasedAnswer> = {}): ReleasedAnswer {
  const [purpose] = principalKinds[kind].purposes
  return {
    caller: createCallers()({ ...own, kind }, purpose),
    permitted: { ...nothing, sought: new Map([['applicant', 'one']]), classes: ['GENERAL'] },
    executed: { data: { applicant: { name: 'A' } }, errors: [], dataSubjects: shown('one') },
    operation: 'Look',
    correlationId: 'an-id',
    provenance: [],
    ...changes,
  }
}

function openRelease(count: (client: string, applicants: readonly string[]) => Promise<void> = async () => {}) {
  const counted: unknown[] = []
  const written: Disclosure[] = []
  const { logger, lines } = recordLines()
  const release = createRelease({
    fairness: {
      async count(client, applicants) {
        counted.push([client, applicants])
        await count(client, applicants)
      },
    },
    ledger: { append: async (disclosure) => void written.push(disclosure) },
    clock: () => 7,
    logger,
  })
  return { release, counted, written, lines }
}

describe('what an answer waits for', () => {
  it('is that whoever is shown is counted, and written down', async () => {
    const { release, counted, written } = openRelease()
    await release(answerTo('FRONTEND'), signal)
    expect(counted).toEqual([['an-application', ['one']]])
    expect(written).toMatchObject([{ at: 7, applicants: ['one'], purpose: 'service-delivery', operation: 'Look' }])
  })

  it('is that it is written down alone where workers see themselves: their application may have any number of them', async () => {
    const { release, counted, written } = openRelease()
    await release(answerTo('WORKER'), signal)
    expect(counted).toEqual([])
    expect(written).toHaveLength(1)
  })

  it('is nothing where nobody is shown', async () => {
    const { release, written } = openRelease()
    const nobody: ReleasedAnswer['permitted'] = { ...nothing, classes: ['PUBLIC'] }
    const executed = { data: { regions: [] }, errors: [], dataSubjects: new Map() }
    await release(answerTo('BP2MI', { permitted: nobody, executed }), signal)
    expect(written).toEqual([])
  })

  it('is that who may not be seen is counted where officers look for them, and not written down', async () => {
    const { release, counted, written } = openRelease()
    const permitted: ReleasedAnswer['permitted'] = { ...nothing, denied: new Set(['two']), classes: ['GENERAL'] }
    const executed = { data: { applicant: null }, errors: [], dataSubjects: new Map() }
    await release(answerTo('AGENCY_OFFICER', { permitted, executed }), signal)
    await release(answerTo('WORKER', { permitted, executed }), signal)
    expect(counted).toEqual([['an-application', ['two']]])
    expect(written).toEqual([])
  })

  it.each(['WORKER', 'LTSA_OFFICER', 'AGENCY_OFFICER'] as const)(
    'does not come where a record leads a %s to somebody else, whom nobody looked for',
    async (kind) => {
      const { release, counted, written, lines } = openRelease()
      const executed = { data: { applicant: {} }, errors: [], dataSubjects: shown('one', 'two') }
      await expect(release(answerTo(kind, { executed }), signal)).rejects.toMatchObject({
        extensions: { code: 'INTERNAL' },
      })
      expect([counted, written]).toEqual([[], []])
      expect(lines).toMatchObject([{ level: 'error', fields: { correlationId: 'an-id', operation: 'Look' } }])
    },
  )

  it('does not come where somebody else stands below a lookup beside a list or a lookup of them', async () => {
    const { release, written } = openRelease()
    const permitted = {
      ...answerTo('LTSA_OFFICER').permitted,
      sought: new Map([
        ['applicant', 'one'],
        ['other', 'two'],
      ]),
      lists: new Set(['list']),
    }
    const showing = (applicant: string, other: string) => ({
      data: { applicant: {}, other: {}, list: [] },
      errors: [],
      dataSubjects: new Map([
        ['list', new Set(['one', 'two', 'three'])],
        ['applicant', new Set([applicant])],
        ['other', new Set([other])],
      ]),
    })
    const ask = (applicant: string, other: string) =>
      release(answerTo('LTSA_OFFICER', { permitted, executed: showing(applicant, other) }), signal)
    await expect(ask('two', 'two')).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } })
    await expect(ask('one', 'three')).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } })
    expect(written).toEqual([])
    await ask('one', 'two')
    expect(written.map(({ applicants }) => applicants)).toEqual([['one', 'two', 'three']])
  })

  it('is that all are written down who stand in a list, or are shown to whoever may see everybody', async () => {
    const { release, written } = openRelease()
    const executed = { data: { applicant: {} }, errors: [], dataSubjects: shown('one', 'two') }
    const { permitted } = answerTo('LTSA_OFFICER')
    await release(
      answerTo('LTSA_OFFICER', { executed, permitted: { ...permitted, lists: new Set(['applicant']) } }),
      signal,
    )
    await release(answerTo('BP2MI', { executed }), signal)
    expect(written.map(({ applicants }) => applicants)).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ])
  })

  it('does not come where the client has seen its day’s worth: nothing is written down then', async () => {
    const { release, written } = openRelease(() => Promise.reject(fault('DAILY_LIMIT_REACHED')))
    await expect(release(answerTo('FRONTEND'), signal)).rejects.toMatchObject({
      extensions: { code: 'DAILY_LIMIT_REACHED' },
    })
    expect(written).toEqual([])
  })
})
