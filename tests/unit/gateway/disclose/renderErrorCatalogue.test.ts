import { describe, expect, test } from '@jest/globals'
import { errors } from '../../../../platform/errors.ts'
import { renderErrorCatalogue } from '../../../../gateway/disclose/renderErrorCatalogue.ts'

describe('renderErrorCatalogue', () => {
  test('has one row for each code, with both texts', () => {
    const rows = renderErrorCatalogue()
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(Object.keys(errors).map((code) => `\`${code}\``))
    const { http, en, id } = errors.NIK_MALFORMED
    expect(rows).toContain(`| \`NIK_MALFORMED\` | ${http} | no | ${en} | ${id} |`)
  })

  test('is a table that no text breaks', () => {
    const rows = renderErrorCatalogue()
      .split('\n')
      .filter((line) => line.startsWith('|'))
    for (const row of rows) expect(row.split('|')).toHaveLength(7)
  })
})
