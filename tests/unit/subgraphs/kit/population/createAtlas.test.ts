import { describe, expect, test } from '@jest/globals'
import { getVillages } from 'idn-area-data'
import { createAtlas } from '../../../../../subgraphs/kit/population/createAtlas.ts'
import { regencies } from '../../../../../subgraphs/kit/population/regencies.ts'

const atlas = createAtlas()

describe('the atlas', () => {
  test('knows every village of the province by the code it has today', async () => {
    const known = regencies.flatMap(atlas.villagesOf)
    const real = (await getVillages()).map(({ code }) => code).filter((code) => code.startsWith('53.'))
    expect(known.toSorted()).toEqual(real.toSorted())
  })

  test('has a regency as often as it placed workers, or as they came back to it', () => {
    expect(atlas.placing).toHaveLength(1305)
    expect(atlas.placing.filter(({ code }) => code === '53.18')).toHaveLength(318)
    expect(atlas.returning).toHaveLength(156)
    expect(atlas.returning.filter(({ code }) => code === '53.06')).toHaveLength(47)
  })

  test('knows the old districts of a regency that was split off, and none of another', () => {
    const retiredOf = (wanted: string): readonly string[] => {
      return regencies.filter(({ code }) => code === wanted).flatMap(atlas.retiredOf)
    }
    expect(retiredOf('53.16')).toEqual(
      ['03', '04', '05', '08', '10', '11', '13', '17'].map((number) => `53.09.${number}`),
    )
    expect(retiredOf('53.71')).toEqual([])
  })

  test('finds the regency of a village', () => {
    expect(atlas.village('53.02.04.2004').regency.code).toBe('53.02')
    expect(() => atlas.village('35.02.17.2001')).toThrow('no regency')
  })
})
