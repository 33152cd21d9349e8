import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import { createLayout } from '../../../../../gateway/execute/question/createLayout.ts'
import { createUnpacker } from '../../../../../gateway/execute/question/createUnpacker.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import type { Opaque } from '../../../../../gateway/execute/text/Opaque.ts'

const schema = buildSchema(
  'type Query { id: ID name: String papers: [Paper!] person: Query } type Paper { number: String! }',
)

/** Unpacks the same twice. */
function unpackTwice(query: string, data: object, { opaque, at }: { opaque: readonly string[]; at?: string }) {
  const { root: shape } = shapeOfOperation(schema, parse(query))
  const layout = createLayout(shape, { variables: {}, isShown: () => false })
  if (layout === undefined) throw new Error('It has one form.')
  const fields = new Map<string, Opaque>(opaque.map((key) => [key, 'whole']))
  const unpack = createUnpacker({ opaque: at === undefined ? fields : new Map([[at, fields]]), at })
  const packed = JSON.parse(JSON.stringify(layout.pack(data))) as unknown
  return [1, 2].map(() => unpack(packed, layout, shape))
}

describe('what is kept of an entity', () => {
  const query = '{ name id papers { number } }'
  const data = { name: null, id: '1', papers: [{ number: 'P' }] }
  const shown = { name: null, id: '1', papers: new JsonText('[{"number":"P"}]') }

  it('is unpacked once, with texts for what nobody looks into, and can be changed by nobody', () => {
    const [one, other] = unpackTwice(query, data, { opaque: ['papers', 'name'] })
    expect(one).toEqual(shown)
    expect(Object.keys(one as object)).toEqual(['name', 'id', 'papers'])
    expect(other).toBe(one)
    expect(Object.isFrozen(one)).toBe(true)
  })

  it('is unpacked for each where somebody looks into more than its leaves', () => {
    const [one, other] = unpackTwice(query, data, { opaque: ['name'] })
    expect(one).toEqual(data)
    expect(other).not.toBe(one)
  })

  it('stands where it was looked up', () => {
    const looked = '{ person { name id papers { number } } }'
    const [one, other] = unpackTwice(looked, { person: data }, { opaque: ['papers'], at: 'person' })
    expect(one).toEqual({ person: shown })
    expect(other).toBe(one)
  })

  it('is unpacked for each where there is none, or not what was selected', () => {
    const looked = '{ person { name papers { number } } }'
    expect(unpackTwice(looked, { person: null }, { opaque: ['papers'], at: 'person' })).toEqual([
      { person: null },
      { person: null },
    ])
    const unfit = { name: 'n', papers: [{ number: null }] }
    const [one, other] = unpackTwice('{ name papers { number } }', unfit, { opaque: ['papers', 'name'] })
    expect(one).toEqual(unfit)
    expect(other).not.toBe(one)
  })
})
