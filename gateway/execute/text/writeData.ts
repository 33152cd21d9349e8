import { isRecord } from '../../../platform/isRecord.ts'
import { oncePerText } from '../../../platform/oncePerText.ts'
import { JsonText } from './JsonText.ts'

/** Keys of which the JSON is remembered. */
const mostKeys = 10_000

const writeKey = oncePerText((key: string) => `${JSON.stringify(key)}:`, mostKeys)

/** The JSON of data in which values may stand as texts: these are written as they are. */
export function writeData(value: unknown): string {
  if (value instanceof JsonText) return value.text
  if (Array.isArray(value)) return writeList(value)
  return isRecord(value) ? writeObject(value) : (JSON.stringify(value) ?? 'null')
}

function writeList(items: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < items.length; index += 1) text += (index === 0 ? '' : ',') + writeData(items[index])
  return `${text}]`
}

function writeObject(object: Readonly<Record<string, unknown>>): string {
  let text = '{'
  let separator = ''
  for (const key in object) {
    text += separator + writeKey(key) + writeData(object[key])
    separator = ','
  }
  return `${text}}`
}
