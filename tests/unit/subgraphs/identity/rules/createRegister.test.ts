import { describe, expect, test } from '@jest/globals'
import { createRegister } from '../../../../../subgraphs/identity/rules/createRegister.ts'

const province = { code: '53', parentCode: null, isRetired: false }
const belu = { code: '53.04', parentCode: '53', isRetired: false }
const malaka = { code: '53.21', parentCode: '53', isRetired: false }
const old = { code: '53.04.08', parentCode: '53.04', isRetired: true }
const register = createRegister([province, belu, old, malaka])

describe('the register of regions', () => {
  test('finds a region by code, in force or retired, and nothing by a code that nobody has', () => {
    expect(register.find('53.04')).toBe(belu)
    expect(register.find('53.04.08')).toBe(old)
    expect(register.find('53.99')).toBeNull()
  })

  test('lists the regions in force inside another, and the provinces inside none', () => {
    expect(register.inside('53')).toEqual([belu, malaka])
    expect(register.inside(null)).toEqual([province])
    expect(register.inside('53.04')).toEqual([])
  })
})
