import type { AgencySource, Asking, FetchText } from '../../gateway/execute/createAgencySource.ts'
import type { Filled } from '../../gateway/execute/fillGaps.ts'

/** What an agency was asked. */
export interface Asked extends Pick<Asking, 'variables' | 'representations'> {
  readonly agency: string
  readonly text: FetchText
}

/** Sources that answer what a test says. */
export interface FakeSources {
  readonly sourceOf: (agency: string) => AgencySource
  /** What was asked, in order. */
  readonly asked: Asked[]
}

/** What an agency answers: data, and gaps where there are some. */
export type FakeAnswer = (asked: Asked) => Partial<Filled> | Promise<Partial<Filled>>

/** Makes sources that answer by agency; one that has no answer must not be asked. */
export function createFakeSources(answers: Readonly<Record<string, FakeAnswer>>): FakeSources {
  const asked: Asked[] = []

  function sourceOf(agency: string): AgencySource {
    return {
      open: (text) =>
        async function ask({ variables, representations }) {
          const one: Asked = { agency, text, variables, representations }
          asked.push(one)
          const answer = answers[agency]
          if (answer === undefined) throw new Error(`nobody was to ask ${agency}`)
          const { data = {}, gaps = [] } = await answer(one)
          // Each time anew: what was answered becomes a part of the whole.
          return { data: structuredClone(data), gaps }
        },
    }
  }
  return { sourceOf, asked }
}
