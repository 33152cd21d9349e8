import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLogger } from '../../../../../platform/createLogger.ts'
import type { ChangeEvent } from '../../../../../subgraphs/kit/changeFeed/ChangeEvent.ts'
import type { PostOutcome } from '../../../../../subgraphs/kit/changeFeed/createPoster.ts'
import { deliverChanges } from '../../../../../subgraphs/kit/changeFeed/deliverChanges.ts'

const gateway = 'http://gateway:4000'

let lines: string[]
let now: number
let stopping: AbortController
let waiting: ChangeEvent[]
let shortened: number
let posts: (readonly ChangeEvent[])[]

beforeEach(() => {
  lines = []
  now = 0
  stopping = new AbortController()
  waiting = []
  shortened = 0
  posts = []
})

const change = (id: number): ChangeEvent => ({ id: `${id}`, type: 'Applicant', key: { nik: `n${id}` } })
const changes = (count: number): ChangeEvent[] => Array.from({ length: count }, (_, index) => change(index))

/** Delivers what waits until nothing does, or until as many posts were made. The outbox is a list. */
async function deliver(
  answer: (events: readonly ChangeEvent[]) => PostOutcome,
  { posts: most = 1_000 } = {},
): Promise<void> {
  await deliverChanges(
    {
      gateway,
      outbox: {
        read: (_, limit) => Promise.resolve(waiting.slice(0, limit)),
        shorten() {
          shortened += 1
          return Promise.resolve(waiting.length)
        },
        acknowledge(_, ids) {
          waiting = waiting.filter(({ id }) => !ids.includes(id))
          return Promise.resolve()
        },
        begin: () => Promise.reject(new Error('not of a delivery')),
      },
      post(events) {
        posts.push(events)
        if (posts.length === most) stopping.abort()
        return Promise.resolve(answer(events))
      },
      wake: { wake() {}, sleep: () => Promise.resolve(stopping.abort()) },
      backoff: {
        next() {
          now += 1_000
          return 0
        },
        reset() {},
      },
      clock: () => now,
      logger: createLogger({
        name: 'passport',
        level: 'info',
        destination: { write: (line) => void lines.push(line) },
      }),
    },
    stopping.signal,
  )
}

const everything = (id: number): ChangeEvent => ({ id: `${id}`, type: null, key: null })

describe('a change that a gateway cannot read', () => {
  const unreadable = (events: readonly ChangeEvent[]): PostOutcome =>
    events.some(({ key }) => key?.['nik'] === 'n3') ? 'UNREADABLE' : 'TAKEN'

  test('becomes a change of everything, since the gateway keeps old answers of it', async () => {
    waiting = changes(6)
    await deliver(unreadable)
    expect(waiting).toEqual([])
    const taken = posts.filter((events) => unreadable(events) === 'TAKEN')
    expect(taken.flat()).toEqual([change(0), change(1), change(2), everything(3), change(4), change(5)])
    expect(lines.filter((line) => line.includes('cannot read a change'))).toHaveLength(1)
    expect(lines.join()).not.toContain('n3')
  })

  test('stays, and is told again, where not even that is read', async () => {
    waiting = [change(1)]
    await deliver(() => 'UNREADABLE', { posts: 6 })
    expect(waiting).toEqual([change(1)])
    expect(lines.join()).toContain('a change of everything was refused')
  })
})

test('a change of a type that is not the agency’s is dropped, and that alone', async () => {
  waiting = changes(3)
  await deliver((events) => (events.some(({ id }) => id === '1') ? 'FOREIGN' : 'TAKEN'))
  expect(waiting).toEqual([])
  expect(posts.flat()).not.toContainEqual(everything(1))
  expect(lines.filter((line) => line.includes('refused a change for good'))).toHaveLength(1)
})

describe('a gateway that is away', () => {
  test('is said to be once a minute, with how many changes wait for it', async () => {
    waiting = changes(7)
    await deliver(() => ({ failed: 'TypeError' }), { posts: 122 })
    const said = lines.map((line): unknown => JSON.parse(line))
    expect(said).toHaveLength(3)
    for (const line of said) {
      expect(line).toMatchObject({ msg: 'a gateway could not be told of changes; it will be', gateway, waiting: 7 })
    }
  })

  test('has what waits shortened at every attempt, once it is a batch', async () => {
    waiting = changes(1_200)
    await deliver(() => ({ failed: 'TypeError' }), { posts: 5 })
    expect(shortened).toBe(5)
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ waiting: 1_200 }])
  })

  test('is told of what has come, and that it takes changes again is said', async () => {
    waiting = changes(2)
    await deliver(() => (posts.length < 3 ? { failed: 'status 503' } : 'TAKEN'))
    expect(waiting).toEqual([])
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 'warn', reason: 'status 503' },
      { level: 'info', msg: 'a gateway takes changes again' },
    ])
  })
})

test('few changes are told without looking how many wait, save at the beginning', async () => {
  waiting = changes(3)
  await deliver(() => 'TAKEN')
  expect(shortened).toBe(1)
})
