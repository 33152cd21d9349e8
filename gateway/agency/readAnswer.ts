import { isRecord } from '../../platform/isRecord.ts'
import type { AgencyAnswer, AgencyAnswerError } from './AgencyAnswer.ts'

/** Reads a body as a GraphQL response (GraphQL specification, section 7), or answers null when it is none. */
export function readAnswer(text: string): AgencyAnswer | null {
  const body = parseJson(text)
  if (!isRecord(body)) return null
  const data = body['data'] ?? null
  const errors = readErrors(body['errors'])
  if (errors === null || (data !== null && !isRecord(data))) return null
  // Without data there has to be a reason.
  if (data === null && errors.length === 0) return null
  return { data, errors }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readErrors(value: unknown): readonly AgencyAnswerError[] | null {
  // An empty list, or null, is against the specification, and says the same as nothing.
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return null
  const errors = value.map(readError)
  return errors.every((error) => error !== null) ? errors : null
}

function readError(value: unknown): AgencyAnswerError | null {
  if (!isRecord(value) || typeof value['message'] !== 'string') return null
  const { path, extensions } = value
  return { ...(isPath(path) ? { path } : {}), ...(isRecord(extensions) ? { extensions } : {}) }
}

function isPath(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || Number.isInteger(step))
}
