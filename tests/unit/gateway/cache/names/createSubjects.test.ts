import { createSecretKey } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { createSubjects } from '../../../../../gateway/cache/names/createSubjects.ts'
import type { Subject } from '../../../../../gateway/cache/names/createSubjects.ts'
import { collectGarbage } from '../../../../support/collectGarbage.ts'

const keys = { entries: createSecretKey(Buffer.alloc(32, 1)), counters: createSecretKey(Buffer.alloc(32, 2)) }

/** Somebody of whom agencies require this of each other. */
const about = (id: string, required: string) => ({ identity: { type: 'Person', key: { id } }, inputs: { required } })

describe('subjects', () => {
  it('are the same for the same entity and inputs, whoever names them, and differ in each', () => {
    const { subjectOf } = createSubjects(keys)
    const digestOf = ({ digest, counter }: Subject) => [digest, counter]
    const first = subjectOf(about('1', 'a'))
    expect(subjectOf(about('1', 'a'))).toBe(first)
    expect(digestOf(createSubjects(keys).subjectOf(about('1', 'a')))).toEqual(digestOf(first))
    expect(digestOf(subjectOf(about('1', 'b')))).toEqual([
      expect.not.stringContaining(digestOf(first)[0] ?? ''),
      first.counter,
    ])
    expect(subjectOf(about('2', 'a')).counter).not.toBe(first.counter)
  })

  it('remember their names from the second time on: most are never asked about again', () => {
    const { subjectOf } = createSubjects(keys)
    const first = subjectOf(about('1', 'a'))
    expect(first.names).toBeUndefined()
    subjectOf(about('1', 'a'))
    expect(first.names).toEqual(new Map())
  })

  it('keep nothing of the texts that their keys were cut from', () => {
    const { subjectOf } = createSubjects(keys)
    const before = heapInUse()
    for (let id = 100; id < 600; id += 1) {
      const answer = `{"nik":"5318075205999${id}","all":"${'x'.repeat(100_000)}${id}"}`
      subjectOf({ identity: { type: 'Person', key: { id: answer.slice(8, 24) } }, inputs: {} })
    }
    expect(heapInUse() - before).toBeLessThan(5_000_000)
  })

  it('are forgotten, the oldest first, where the texts that they are known by take more than eight million characters', () => {
    const { subjectOf } = createSubjects(keys)
    const first = subjectOf(about('1', 'a'))
    const long = 'b'.repeat(1_000_000)
    for (let id = 10; id < 17; id += 1) subjectOf(about(String(id), long))
    expect(subjectOf(about('1', 'a'))).toBe(first)
    for (let id = 20; id < 29; id += 1) subjectOf(about(String(id), long))
    expect(subjectOf(about('1', 'a'))).not.toBe(first)
  })
})

/** Bytes, after what nobody needs is collected. */
function heapInUse(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
