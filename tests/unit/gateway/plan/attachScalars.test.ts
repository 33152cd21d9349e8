import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { buildSchema, isScalarType } from 'graphql'
import { attachScalars } from '../../../../gateway/plan/attachScalars.ts'

function accepts(sdl: string, scalar: string, value: unknown): boolean {
  const schema = buildSchema(sdl)
  attachScalars(schema)
  const type = schema.getType(scalar)
  if (!isScalarType(type)) throw new Error(`no scalar ${scalar}`)
  try {
    type.parseValue(value)
    return true
  } catch {
    return false
  }
}

describe('our scalars', () => {
  const ours = `${readFileSync('schema/scalars.graphql', 'utf8')} type Query { a: NIK }`

  it.each([
    ['NIK', '5318075205999001', '123'],
    ['RegionCode', '53.18', '53/18'],
    ['CountryCode', 'MY', 'Malaysia'],
    ['Date', '2026-11-24', 'tomorrow'],
    ['DateTime', '2026-11-24T08:00:00+08:00', '2026-11-24'],
  ])('check %s in a graph that takes them by their address', (scalar, right, wrong) => {
    expect(accepts(ours, scalar, right)).toBe(true)
    expect(accepts(ours, scalar, wrong)).toBe(false)
  })

  it.each([
    ['has no address', 'scalar Date type Query { a: Date }'],
    ['has another address', 'scalar Date @specifiedBy(url: "https://other.example/date") type Query { a: Date }'],
  ])('leave a scalar alone that has the name of one and %s', (_what, sdl) => {
    expect(accepts(sdl, 'Date', 'tomorrow')).toBe(true)
  })

  it('leave a type alone that has the name of one and is no scalar', () => {
    const schema = buildSchema('type NIK { a: Int } type Query { a: NIK }')
    expect(() => attachScalars(schema)).not.toThrow()
  })
})
