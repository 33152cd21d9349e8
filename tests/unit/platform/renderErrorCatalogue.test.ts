import { describe, expect, test } from '@jest/globals'
import { statusOf } from '../../../gateway/intake/statusOf.ts'
import { errors } from '../../../platform/errors.ts'
import type { ErrorCode } from '../../../platform/errors.ts'
import { renderErrorCatalogue } from '../../../platform/renderErrorCatalogue.ts'

describe('renderErrorCatalogue', () => {
  test('has one row for each code, with both texts', () => {
    const rows = renderErrorCatalogue()
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(Object.keys(errors).map((code) => `\`${code}\``))
    const { http, en, id } = errors.NIK_MALFORMED
    expect(rows).toContain(`| \`NIK_MALFORMED\` | ${http} | no | ${en} | ${id} |`)
  })

  test('names the codes that have status 200 in application/json, and no others', () => {
    const [sentence = ''] = renderErrorCatalogue().match(/^- An answer in `application\/json`.*$/m) ?? []
    const refusing = (Object.keys(errors) as ErrorCode[]).filter((code) => errors[code].http >= 400)
    const named = refusing.filter((code) => sentence.includes(`\`${code}\``))
    expect(named).toEqual(refusing.filter((code) => statusOf([code], 'application/json') === 200))
  })

  test('is a table that no text breaks', () => {
    const rows = renderErrorCatalogue()
      .split('\n')
      .filter((line) => line.startsWith('|'))
    for (const row of rows) expect(row.split('|')).toHaveLength(7)
  })
})
