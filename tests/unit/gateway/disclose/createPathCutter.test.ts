import { describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { createPathCutter } from '../../../../gateway/disclose/createPathCutter.ts'
import { operationOf } from '../../../../gateway/document/operationOf.ts'

const operation = operationOf(
  parse(`
    { person { name mine: papers { number } ...Best } people { ... on Worker { papers { number } } papers { issued { by } } } }
    fragment Best on Person { best { papers { number } ... { born } } }
  `),
)
const cutPath = createPathCutter(operation)
const data = { person: { name: 'Maria', mine: null, best: null }, people: [{ papers: [null] }, null] }

describe('a path below a null', () => {
  test.each([
    [['person', 'mine', 'number']],
    [['person', 'best', 'papers', 3, 'number']],
    [['person', 'best', 'born']],
    [['people', 1, 'papers', 0, 'number']],
    [['people', 0, 'papers', 0, 'issued', 'by']],
    [['person', 'mine']],
    [['people', 1]],
  ])('stays where the client selected what it names: %j', (path) => {
    expect(cutPath(data, path)).toEqual(path)
  })

  test.each([
    [['person', 'mine', 'own_0_price'], 2],
    [['person', 'mine', 0, 'papers'], 2],
    [['person', 'best', 'papers', 'issued'], 2],
    [['person', 'best', 'papers', 'number', 'digits'], 2],
    [['people', 1, 'hidden'], 2],
    [['people', 0, 'papers', 0, 'number', 'by'], 4],
  ])('ends at the null where it names anything else: %j', (path, length) => {
    expect(cutPath(data, path)).toEqual(path.slice(0, length))
  })

  test('is none where nothing was answered', () => {
    expect(cutPath(null, ['hidden'])).toEqual([])
    expect(cutPath(null, ['person', 'name'])).toEqual(['person', 'name'])
    expect(cutPath(undefined, ['hidden'])).toEqual([])
  })
})

describe('thousands of paths', () => {
  test('are cut in no more than a moment, whatever fragments there are', () => {
    const doubling = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`,
    )
    const text = `{ people { ...F0 } } ${doubling.join(' ')} fragment F30 on Person { name }`
    const cut = createPathCutter(operationOf(parse(text)))
    const people = Array.from({ length: 20_000 }, () => null)
    for (const index of people.keys()) {
      expect(cut({ people }, ['people', index, 'name'])).toHaveLength(3)
      expect(cut({ people }, ['people', index, 'other'])).toHaveLength(2)
    }
  })

  test('are cut where they belong, also where each leads elsewhere and some further than anybody could select', () => {
    const cut = createPathCutter(operation)
    for (let turn = 0; turn < 1_000; turn += 1) {
      expect(cut(data, ['person', 'mine', `hidden${turn}`])).toHaveLength(2)
      expect(
        cut(data, ['person', 'mine', ...Array.from({ length: turn * 10 }, () => 'number'), 'hidden']),
      ).toHaveLength(2)
      expect(cut(data, ['person', 'mine', 'number'])).toHaveLength(3)
    }
  })
})

describe('a path to no null', () => {
  test.each([
    [['person', 'hidden']],
    [['person', 'name', 'length']],
    [['person', 'toString']],
    [['people', 0, 'hidden']],
    [['people', 7]],
  ])('stays: %j', (path) => {
    expect(cutPath(data, path)).toEqual(path)
  })
})
