import { describe, expect, it } from '@jest/globals'
import { readOptions } from '../../../bench/readOptions.ts'
import { targets } from '../../../bench/report/targets.ts'

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] => named.map(({ name }) => name)

describe('the arguments of npm run bench', () => {
  it('mean everything when there are none', () => {
    const { systems, workloads, seconds, json } = readOptions([])
    expect(namesOf(systems)).toEqual(expect.arrayContaining(['ours-memory-warm', 'hive', 'bare-mget']))
    expect(workloads).toHaveLength(18)
    expect(namesOf(workloads)).toEqual(expect.arrayContaining(['one-1', 'list50-16-slow', 'list500-64']))
    expect({ seconds, json }).toEqual({ seconds: 6, json: undefined })
  })

  it('take all that the targets are about into a quick run', () => {
    const { systems, workloads, seconds } = readOptions(['--quick'])
    const sides = targets.flatMap(({ ours, other }) => [ours, other])
    expect(namesOf(systems)).toEqual(expect.arrayContaining(sides.map(({ system }) => system)))
    expect(namesOf(workloads)).toEqual(expect.arrayContaining(sides.map(({ workload }) => workload)))
    expect(seconds).toBe(1)
  })

  it('choose systems, workloads, time and a file', () => {
    const args = ['--systems', 'hive,ours-cold', '--workloads', 'one-16', '--seconds', '9', '--json', 'a.json']
    const { systems, workloads, seconds, json } = readOptions(args)
    expect(namesOf(systems)).toEqual(['ours-cold', 'hive'])
    expect(namesOf(workloads)).toEqual(['one-16'])
    expect({ seconds, json }).toEqual({ seconds: 9, json: 'a.json' })
  })

  it.each([
    [['--systems', 'hive,nobody'], /^--systems knows no nobody\. Allowed are ours-cold, .*, bare-mget\.$/],
    [['--workloads', 'one-2'], /^--workloads knows no one-2\. Allowed are one-1, .*list500-64-slow\.$/],
    [['--workloads', ''], /^--workloads knows no /],
    [['--seconds', '0'], /^--seconds is no number above 0/],
    [['--seconds', 'ten'], /^--seconds is no number above 0/],
    [['--fast'], /--fast[\s\S]*Allowed are:[\s\S]*--quick/],
    [['one-16'], /one-16[\s\S]*Allowed are:/],
  ])('are refused, with what is allowed: %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message)
  })
})
