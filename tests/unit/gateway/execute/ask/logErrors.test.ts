import { expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { createErrorReader } from '../../../../../gateway/execute/ask/createErrorReader.ts'
import { logErrors } from '../../../../../gateway/execute/ask/logErrors.ts'
import { recordLines } from '../../../../support/recordLines.ts'

const nik = '5318075205999001'

it('errors of an agency are logged by their codes, once each, and nothing that may be about somebody', () => {
  const { logger, lines } = recordLines()
  const codes = [
    'SHELF_LOCKED',
    'SHELF_LOCKED',
    'HTTP_50',
    `NIK_${nik}`,
    'NIK_53_18_07_52',
    'Maria Goreti',
    nik,
    undefined,
  ]
  const errors = codes.map((code) => ({ message: `Maria Goreti ${nik}`, extensions: { code } }))
  logErrors(errors, createErrorReader(buildSchema('type Query { a: Int }'), 'library'), {
    logger,
    about: { agency: 'library', correlationId: 'one' },
  })
  expect(lines.map(({ fields: { code, count } }) => [code, count])).toEqual([
    ['SHELF_LOCKED', 2],
    ['HTTP_50', 1],
    ['none', 5],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Maria|53_?18/)
})
