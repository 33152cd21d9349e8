import { regencies } from './regencies.ts'
import type { Regency } from './regencies.ts'
import { retiredDistricts } from './retiredDistricts.ts'
import { villages } from './villages.generated.ts'

/** Where people can live, and where they can have been registered first. */
export interface Atlas {
  /** Regencies, each as often as it placed workers by the procedure. */
  readonly placing: readonly Regency[]
  /** Regencies, each as often as workers in trouble came back to it. */
  readonly returning: readonly Regency[]
  /** Codes of the villages of a regency. */
  readonly villagesOf: (regency: Regency) => readonly string[]
  /** Codes of the districts that the regency's area had before it was split off; empty where it was not. */
  readonly retiredOf: (regency: Regency) => readonly string[]
  /** A village with its regency. Throws when the province has no such regency. */
  readonly village: (code: string) => { readonly regency: Regency; readonly village: string }
}

/** Reads the tables of regions into lists to draw from. */
export function createAtlas(): Atlas {
  const villageCodes = new Map<string, readonly string[]>()
  for (const { code } of regencies) villageCodes.set(code, villagesIn(code))
  const retired = new Map<string, readonly string[]>()
  for (const { regency, successors, numbers } of retiredDistricts) {
    for (const successor of successors)
      retired.set(
        successor,
        numbers.map((number) => `${regency}.${number}`),
      )
  }
  return {
    placing: repeat(({ placed }) => placed),
    returning: repeat(({ returned }) => returned),
    villagesOf: ({ code }) => villageCodes.get(code) ?? [],
    retiredOf: ({ code }) => retired.get(code) ?? [],
    village(village) {
      const regency = regencies.find(({ code }) => village.startsWith(`${code}.`))
      if (regency === undefined) throw new Error('The province has no regency with this code.')
      return { regency, village }
    },
  }
}

function repeat(timesOf: (regency: Regency) => number): readonly Regency[] {
  return regencies.flatMap((regency) => Array<Regency>(timesOf(regency)).fill(regency))
}

function villagesIn(regencyCode: string): readonly string[] {
  const districts = Object.entries(villages).filter(([district]) => district.startsWith(`${regencyCode}.`))
  return districts.flatMap(([district, ranges]) => expand(ranges).map((number) => `${district}.${number}`))
}

function expand(ranges: string): readonly number[] {
  return ranges.split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, step) => from + step)
  })
}
