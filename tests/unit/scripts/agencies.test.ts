import { describe, expect, test } from '@jest/globals'
import { prefixOf } from '../../../platform/prefixOf.ts'
import { agencies } from '../../../scripts/agencies.mjs'
import { agencies as roster } from '../../../subgraphs/index.ts'

describe('agencies', () => {
  test('says of the agencies what the roster says, to scripts that cannot read TypeScript', () => {
    expect(agencies).toEqual(roster.map(({ name, port }) => ({ name, prefix: prefixOf(name), port })))
  })
})
