import { isDeepStrictEqual } from 'node:util'

/** What a system answered. */
export interface Response {
  readonly status: number
  readonly body: string
}

/**
 * What is wrong with an answer, in words, or undefined where it holds exactly the data that is expected and no errors.
 * Nearly every right answer is known by its text; one with other white space or another order of fields is read and compared.
 */
export function findFault({ status, body }: Response, data: string): string | undefined {
  if (status !== 200) return `status ${status}: ${excerpt(body)}`
  const start = `{"data":${data}`
  if (body.startsWith(start) && !body.includes('"errors"', start.length)) return undefined
  return compare(body, data)
}

function compare(body: string, data: string): string | undefined {
  const answer = parse(body)
  if (answer === undefined) return `no GraphQL answer: ${excerpt(body)}`
  if (answer.errors !== undefined) return `errors: ${excerpt(JSON.stringify(answer.errors))}`
  if (isDeepStrictEqual(answer.data, JSON.parse(data))) return undefined
  return `other data than expected: ${difference(JSON.stringify(answer.data), data)}`
}

interface Answer {
  readonly data?: unknown
  readonly errors?: unknown
}

function parse(body: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(body)
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
}

function difference(got = '', expected = ''): string {
  let at = 0
  while (at < expected.length && got[at] === expected[at]) at += 1
  const from = Math.max(0, at - 40)
  return `…${got.slice(from, at + 80)}… instead of …${expected.slice(from, at + 80)}…`
}

function excerpt(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
