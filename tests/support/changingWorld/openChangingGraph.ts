import { isDeepStrictEqual } from 'node:util'
import type { CacheStore } from '../../../gateway/cache/stores/CacheStore.ts'
import type { MemoryDispatch, Tamper } from '../createMemoryDispatch.ts'
import { openTestGraph } from '../openTestGraph.ts'
import type { TestAnswer, TestGraph } from '../openTestGraph.ts'
import type { WorldAction } from './WorldAction.ts'
import type { WorldQuestion } from './WorldQuestion.ts'
import { createWorld } from './createWorld.ts'
import type { Thing } from './createWorld.ts'
import { createWorldAgencies } from './createWorldAgencies.ts'
import { findUntruths } from './findUntruths.ts'
import { lives } from './lives.ts'
import { writeQuestion } from './writeQuestion.ts'

/** How many parts of answers came from where. */
export interface Tally {
  live: number
  cached: number
  stale: number
  unavailable: number
}

/** A world that changes, with one graph that remembers it and one that does not. */
export interface ChangingGraph {
  /** Lets things happen in a new world, and throws on an answer that it should not have been. */
  readonly live: (actions: readonly WorldAction[]) => Promise<void>
  readonly tally: Tally
  readonly stop: () => Promise<void>
}

type Unchecked = TestAnswer & { readonly askedAt: number }

/** Opens the two graphs. Each life begins with a new store. */
export async function openChangingGraph(createStore: (now: () => number) => CacheStore): Promise<ChangingGraph> {
  const world = createWorld()
  let current = createStore(world.now)
  const store: CacheStore = {
    read: (request, signal) => current.read(request, signal),
    write: (entries, signal) => current.write(entries, signal),
    increment: (counters, signal) => current.increment(counters, signal),
    close: () => current.close(),
  }
  const agencies = createWorldAgencies(world)
  const remembering = await openTestGraph(agencies, { store, clock: world.now })
  const plain = await openTestGraph(agencies, { clock: world.now })
  let life = Promise.resolve()
  const tally: Tally = { live: 0, cached: 0, stale: 0, unavailable: 0 }

  async function ask(graph: TestGraph, question: WorldQuestion): Promise<Unchecked> {
    const { query, variables } = writeQuestion(question)
    const askedAt = world.now()
    return { ...(await graph.ask(query, variables)), askedAt }
  }

  function createLife() {
    const failing = new Set<string>()
    const unkept = new Set<string>()
    const unannounced: Thing[] = []
    const asked: WorldQuestion[] = []

    function behave(agency: string, how: 'down' | 'errors' | 'well'): void {
      const tamper: Tamper = (answer, { query }) => {
        if (how === 'down') throw new Error('The agency is down.')
        const { maxAge = 0, staleIfError = 0 } = unkept.has(agency) ? {} : (lives[agency] ?? {})
        const policy = { maxAge, staleIfError: query.includes('status') ? 0 : staleIfError }
        const given = how === 'well' ? answer : { data: null, errors: [{}] }
        return unkept.has(agency) ? given : { ...given, policy }
      }
      for (const { tampers } of [remembering, plain] satisfies MemoryDispatch[]) tampers.set(agency, tamper)
    }
    for (const agency of Object.keys(lives)) behave(agency, 'well')

    function check(question: WorldQuestion, answer: Unchecked): void {
      const { data, provenance, askedAt } = answer
      const untruths = findUntruths(question, data, { world, askedAt, failing, provenance })
      if (untruths.length > 0) throw new Error(`What was said was not true: ${untruths.join('; ')}. ${show(answer)}`)
      for (const { entities } of provenance) {
        for (const [source, count] of Object.entries(entities)) tally[source as keyof Tally] += count
      }
    }
    async function askAndCompare(question: WorldQuestion): Promise<void> {
      const answer = await ask(remembering, question)
      if (failing.size === 0) {
        const other = await ask(plain, question)
        if (!isSame(answer, other)) throw new Error(`With the cache: ${show(answer)}. Without: ${show(other)}.`)
      }
      check(question, answer)
    }
    async function change(thing: Thing): Promise<void> {
      world.change(thing)
      // Who cannot answer cannot announce, and does both when it is back.
      if (failing.has(thing.agency)) unannounced.push(thing)
      else await announce([thing])
    }
    async function announce(changed: readonly Thing[]): Promise<void> {
      await remembering.cache?.invalidate(changed.map(({ tag }) => tag))
      for (const thing of changed) world.noteAnnounced(thing)
    }
    async function recover(agency: string): Promise<void> {
      const changed = unannounced.filter((thing) => thing.agency === agency)
      if (changed.length > 0) await announce(changed)
      for (const thing of changed) unannounced.splice(unannounced.indexOf(thing), 1)
      failing.delete(agency)
      behave(agency, 'well')
    }
    async function overtake({ question, thing, agency }: Extract<WorldAction, { does: 'overtake' }>): Promise<void> {
      const { reached, release } = world.hold(agency)
      const early = ask(remembering, question)
      await Promise.race([reached, early])
      await change(thing)
      const late = ask(remembering, question)
      await turns()
      release()
      check(question, await early)
      check(question, await late)
      await askAndCompare(question)
    }

    return async function act(action: WorldAction): Promise<void> {
      world.pass(2)
      switch (action.does) {
        case 'ask':
          asked.unshift(action.question)
          return askAndCompare(action.question)
        case 'repeat': {
          const question = asked[action.back] ?? asked[0]
          return question && askAndCompare(question)
        }
        case 'change':
          return change(action.thing)
        case 'fail':
          failing.add(action.agency)
          return behave(action.agency, action.how)
        case 'recover':
          return recover(action.agency)
        case 'pass':
          return world.pass(action.seconds * 1000)
        case 'lapse':
          failing.add(action.agency)
          behave(action.agency, 'down')
          world.pass(action.seconds * 1000)
          return asked[0] && askAndCompare(asked[0])
        case 'allow':
          return void (action.isKept ? unkept.delete(action.agency) : unkept.add(action.agency))
        case 'overtake':
          asked.unshift(action.question)
          return overtake(action)
        default:
          return action satisfies never
      }
    }
  }

  async function begin(actions: readonly WorldAction[]): Promise<void> {
    world.reset()
    current = createStore(world.now)
    const act = createLife()
    for (const action of actions) await act(action)
  }

  return {
    tally,
    live(actions) {
      life = begin(actions)
      return life
    },
    async stop() {
      // The last one may have been given up when the time for all of them was over.
      await life.catch(() => undefined)
      await Promise.all([remembering.stop(), plain.stop()])
    },
  }
}

function isSame(one: Unchecked, other: Unchecked): boolean {
  const errorsOf = ({ errors }: Unchecked) => errors.map(({ path, extensions }) => [path, extensions?.['code']])
  return isDeepStrictEqual(one.data, other.data) && isDeepStrictEqual(errorsOf(one), errorsOf(other))
}

function show({ data, provenance, askedAt }: Unchecked): string {
  return JSON.stringify({ data, askedAt, provenance })
}

/** So many turns of the event loop that a request gets as far as it can. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
