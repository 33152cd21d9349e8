import { describe, expect, it } from '@jest/globals'
import { Kind } from 'graphql'
import { createPlanMemory } from '../../../../gateway/plan/createPlanMemory.ts'
import type { CompiledPlan } from '../../../../gateway/plan/createPlanMemory.ts'

const document = { kind: Kind.DOCUMENT, definitions: [] } as const
const executable: CompiledPlan['executable'] = () => Promise.reject(new Error('never run'))

function planOf(text: string, fields: () => number = () => 0): CompiledPlan {
  const operation = { text, document, planned: document, clientKeys: new Map() }
  return { executable, operation, bytes: 1_000, room: { taken: fields } }
}

describe('the memory of plans', () => {
  it('keeps them up to a size, and the one unused for longest makes way', () => {
    const { find, keep, operations } = createPlanMemory(2_000)
    for (const text of ['one', 'two']) keep(text, planOf(text))
    expect(find('one')).toBe(executable)
    keep('three', planOf('three'))
    expect([find('one'), find('two'), find('three')]).toEqual([executable, undefined, executable])
    expect(operations().map(({ text }) => text)).toEqual(['three', 'one'])
  })

  it('weighs a plan anew that remembers more than when it was kept', () => {
    let fields = 0
    const { find, has, keep } = createPlanMemory(3_000)
    for (const text of ['one', 'two']) keep(text, planOf(text))
    const growing = planOf('growing', () => fields)
    keep('growing', growing)
    fields = 1
    expect(find('growing')).toBe(executable)
    expect([has('one'), has('two'), has('growing')]).toEqual([false, true, true])
  })

  it('keeps a plan that is larger than all may be together, alone', () => {
    const { find, keep } = createPlanMemory(999)
    keep('one', planOf('one'))
    expect(find('one')).toBe(executable)
    keep('two', planOf('two'))
    expect([find('one') === undefined, find('two') === undefined]).toEqual([true, false])
  })

  it('names the plans of an operation by its text and the labels in force', () => {
    const { keyOf } = createPlanMemory(1)
    const { operation } = planOf('{ a }')
    const [none, some] = [
      { below: 100, labels: [] },
      { below: 25, labels: ['percent(25)'] },
    ]
    expect(keyOf(operation, none)).toBe(keyOf({ ...operation }, none))
    expect(keyOf(operation, some)).not.toBe(keyOf(operation, none))
  })
})
