import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { variable } from '../../../platform/variable.ts'
import { warnOfMisspelt } from '../../../platform/warnOfMisspelt.ts'
import { recordLines } from '../../support/recordLines.ts'

const schema = z.object({
  PORT: variable.wholeNumber({ min: 1, max: 9 }, { description: 'A port.' }).default(4),
  CLIENT_RATE: variable.wholeNumber({ min: 1, max: 9 }, { description: 'A rate.' }).default(4),
  CALL_SECRET: variable.secret({ description: 'A secret.' }).optional(),
})
const own = z.object({ DATABASE_URL: variable.text(/./, 'a text', { description: 'A database.' }).optional() })

/** What is warned of where these variables are set. */
function warned(...names: readonly string[]): readonly unknown[] {
  const { logger, lines } = recordLines()
  const source = Object.fromEntries(names.map((name) => [name, 'a value nobody may see']))
  warnOfMisspelt(source, [{ schema }, { schema: own, prefix: 'HEALTH_' }], logger)
  expect(JSON.stringify(lines)).not.toContain('a value')
  return lines.map(({ level, fields }) => [level, fields])
}

describe('a variable that is nearly called like one that is read', () => {
  it.each([
    ['CLIENT_RATES', 'CLIENT_RATE'],
    ['CLIENT_RAET', 'CLIENT_RATE'],
    ['CLENT_RATE', 'CLIENT_RATE'],
    ['CALL_SECRET_FIL', 'CALL_SECRET_FILE'],
    ['HEALTH_DATABSE_URL', 'HEALTH_DATABASE_URL'],
    ['client-rate', 'CLIENT_RATE'],
  ])('is warned of: %s', (name, meant) => {
    expect(warned(name)).toEqual([['warn', { variable: name, meant }]])
  })

  it.each([
    ['one that is read', 'CLIENT_RATE'],
    ['the file of one that may be read from a file', 'CALL_SECRET_FILE'],
    ['one of another program', 'PATH'],
    ['one that is far from all', 'CLIENT_BURST'],
    ['one of another prefix', 'PASSPORT_DATABASE_URL'],
  ])('is not %s', (_what, name) => {
    expect(warned(name)).toEqual([])
  })
})
