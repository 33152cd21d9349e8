import type { Gap } from '../../gateway/disclose/Gap.ts'
import type { Answered, AnsweredPart, Origin } from '../../gateway/execute/ask/Answered.ts'
import type { AgencySource } from '../../gateway/execute/ask/createAgencySource.ts'
import type { FetchText } from '../../gateway/execute/ask/createAskSource.ts'
import type { Representation } from '../../gateway/execute/steps/Representation.ts'
import type { Part } from '../../gateway/fetch/Asking.ts'

/** What an agency was asked. */
export interface Asked {
  readonly agency: string
  readonly text: FetchText
  /** Those of a lookup's key among them. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly representations: readonly Representation[]
}

/** Sources that answer what a test says. */
export interface FakeSources {
  readonly sourceOf: (agency: string) => AgencySource
  /** What was asked, in order. */
  readonly asked: Asked[]
}

/** The data of an answer as an agency writes it, and what is missing from it, where something is. */
export interface FakeData {
  readonly data?: Readonly<Record<string, unknown>>
  readonly gaps?: readonly Gap[]
}

export type FakeAnswer = (asked: Asked) => FakeData | Promise<FakeData>

/** Makes sources that answer by agency; one that has no answer must not be asked. */
export function createFakeSources(answers: Readonly<Record<string, FakeAnswer>>): FakeSources {
  const asked: Asked[] = []

  function sourceOf(agency: string): AgencySource {
    return {
      open: (text) =>
        async function ask({ variables, parts }) {
          const representations = parts.filter(isRepresentation)
          const key = parts.find((part) => !isRepresentation(part))
          const one: Asked = { agency, text, variables: { ...variables, ...key }, representations }
          asked.push(one)
          const answer = answers[agency]
          if (answer === undefined) throw new Error(`nobody was to ask ${agency}`)
          // Each time anew: what was answered becomes a part of the whole.
          return divide(structuredClone(await answer(one)), representations.length)
        },
    }
  }
  return { sourceOf, asked }
}

function isRepresentation(part: Part): part is Representation {
  return typeof part['__typename'] === 'string'
}

const origin: Origin = { source: 'LIVE', asOf: 0, why: 'uncached' }

function divide({ data = {}, gaps = [] }: FakeData, entities: number): Answered {
  const placeless = gaps.filter(({ place }) => place === undefined)
  const placed = gaps.filter(({ place }) => place !== undefined)
  if (entities === 0) return { parts: [{ data, gaps: placed, origin }], placeless }
  const given = data['_entities'] as readonly unknown[]
  const parts = given.map((entity, index): AnsweredPart => {
    const own = placed.filter(({ place }) => place?.[1] === index)
    return { data: entity, gaps: own.map((gap) => ({ ...gap, place: gap.place?.slice(2) ?? [] })), origin }
  })
  return { parts, placeless }
}
