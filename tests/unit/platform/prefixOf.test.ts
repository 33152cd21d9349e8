import { describe, expect, test } from '@jest/globals'
import { prefixOf } from '../../../platform/prefixOf.ts'

describe('the prefix of an agency’s variables', () => {
  test('is its name in capitals', () => {
    expect(prefixOf('health')).toBe('HEALTH_')
    expect(prefixOf('police-clearance')).toBe('POLICE_CLEARANCE_')
  })
})
