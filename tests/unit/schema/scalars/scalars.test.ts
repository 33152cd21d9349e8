import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Kind, parse } from 'graphql'
import { scalars } from '../../../../schema/scalars/scalars.ts'

describe('the shared scalars', () => {
  test('are those that the shared SDL declares', () => {
    const { definitions } = parse(readFileSync('schema/scalars.graphql', 'utf8'))
    const declared = definitions.map((node) =>
      node.kind === Kind.SCALAR_TYPE_DEFINITION ? node.name.value : node.kind,
    )
    expect(scalars.map(({ name }) => name)).toEqual(declared)
  })
})
