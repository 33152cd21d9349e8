import { describe, expect, it } from '@jest/globals'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { withoutText } from '../../../../../gateway/execute/text/withoutText.ts'

describe('a value without texts', () => {
  it('is what its text says, or itself', () => {
    expect(withoutText(new JsonText('{"nik":["a",null]}'))).toEqual({ nik: ['a', null] })
    expect(withoutText('"quoted"')).toBe('"quoted"')
    expect(withoutText(null)).toBeNull()
  })
})
