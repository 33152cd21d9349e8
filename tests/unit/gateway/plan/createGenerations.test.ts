import { beforeEach, describe, expect, it } from '@jest/globals'
import { createGenerations } from '../../../../gateway/plan/createGenerations.ts'
import type { Generation, Generations } from '../../../../gateway/plan/createGenerations.ts'

interface Graph extends Generation {
  readonly name: string
}

let closed: string[]
let opens: (readonly string[])[]
let failures: unknown[]
let graphs: Generations<Graph>

function graph(name: string, close?: () => Promise<void>): Graph {
  return { name, close: close ?? (async () => void closed.push(name)) }
}

beforeEach(() => {
  closed = []
  opens = []
  failures = []
  graphs = createGenerations({
    first: graph('one'),
    onChange: (open) => void opens.push(open.map(({ name }) => name)),
    onCloseFailure: (error) => void failures.push(error),
  })
})

describe('a generation', () => {
  it('is the one that requests get until another takes its place', () => {
    expect(graphs.lease().graph.name).toBe('one')
    graphs.replace(graph('two'))
    expect([graphs.lease().graph.name, graphs.current().name]).toEqual(['two', 'two'])
  })

  it('is closed at once when nobody needs it', () => {
    graphs.replace(graph('two'))
    expect(closed).toEqual(['one'])
    expect(opens).toEqual([['one', 'two'], ['two']])
  })

  it('is closed when the last request that has it is over, however often each says so', () => {
    const leases = [graphs.lease(), graphs.lease()]
    graphs.replace(graph('two'))
    leases[0]?.release()
    leases[0]?.release()
    expect([closed, graphs.all().map(({ name }) => name)]).toEqual([[], ['one', 'two']])
    leases[1]?.release()
    expect([closed, graphs.all().map(({ name }) => name)]).toEqual([['one'], ['two']])
  })

  it('stays open without a request while it is the one that requests get', () => {
    graphs.lease().release()
    expect(closed).toEqual([])
  })

  it('that does not close is told, and holds up nobody', async () => {
    const trouble = new Error('stuck')
    graphs.replace(graph('two', () => Promise.reject(trouble)))
    graphs.replace(graph('three'))
    await graphs.close()
    expect(failures).toEqual([trouble])
    expect(closed).toEqual(['one', 'three'])
  })

  it('is waited for at the end, also when it is closing already', async () => {
    const gate = Promise.withResolvers<void>()
    graphs.replace(graph('two', () => gate.promise))
    graphs.replace(graph('three'))
    let isOver = false
    const over = graphs.close().then(() => (isOver = true))
    await new Promise(setImmediate)
    expect(isOver).toBe(false)
    gate.resolve()
    await over
  })
})
