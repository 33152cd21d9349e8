import { describe, expect, it } from '@jest/globals'
import { codeOf } from '../../../platform/codeOf.ts'

describe('the code of what was thrown', () => {
  it('is that of the operating system', () => {
    expect(codeOf(Object.assign(new Error('no room'), { code: 'ENOSPC' }))).toBe('ENOSPC')
  })

  it.each([undefined, null, 'ENOSPC', new Error('ENOSPC'), { code: 28 }])('is undefined for %p', (thrown) => {
    expect(codeOf(thrown)).toBeUndefined()
  })
})
