import { describe, expect, test } from '@jest/globals'
import { withoutEmpty } from '../../../scripts/withoutEmpty.mjs'

describe('an environment without empty variables', () => {
  test('has all others as they were', () => {
    expect(withoutEmpty({ SEED_APPLICANTS: '', DATA_DIR: '/data', HOST: ' ', PORT: '0' })).toEqual({
      DATA_DIR: '/data',
      HOST: ' ',
      PORT: '0',
    })
  })
})
