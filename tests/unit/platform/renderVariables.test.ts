import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { renderVariables } from '../../../platform/renderVariables.ts'
import { variable } from '../../../platform/variable.ts'

describe('the table of variables', () => {
  it('has a row for each, in their order, with the bars of the texts escaped', () => {
    const schema = z.object({
      URL: variable.httpUrl({ description: 'An address.' }).optional(),
      MODE: variable.text(/^[ab]$/, 'a|b', { description: 'A mode.' }).default('a'),
    })
    expect(renderVariables(schema, '<AGENCY>_')).toBe(
      [
        '| Variable | Meaning | Allowed | Default |',
        '| --- | --- | --- | --- |',
        '| `<AGENCY>_URL` | An address. | a URL that begins with http:// or https:// | none |',
        '| `<AGENCY>_MODE` | A mode. | a\\|b | a |',
        '',
      ].join('\n'),
    )
    expect(renderVariables(schema)).toContain('| `URL` |')
  })

  it('says which may be given as a file', () => {
    const schema = z.object({ CALL_KEY: variable.secret({ description: 'A key.' }).optional() })
    expect(renderVariables(schema, '<AGENCY>_')).toContain(
      '| `<AGENCY>_CALL_KEY` | A key. | a secret of at least 32 characters; or `<AGENCY>_CALL_KEY_FILE`, a file with it | none |',
    )
  })
})
