import { describe, expect, it } from '@jest/globals'
import { createGroups } from '../../../../../gateway/disclose/ledger/createGroups.ts'

const unavailable = expect.objectContaining({ extensions: expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }) })

/** Groups of at most 10 waiting characters, and a disk that ends a write when it is told to. */
function open() {
  const written: (readonly string[])[] = []
  const ends: { readonly resolve: () => void; readonly reject: (reason: Error) => void }[] = []
  const groups = createGroups({
    mostWaiting: 10,
    commit(contents) {
      written.push(contents)
      return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }))
    },
  })
  return { groups, written, end: () => ends.at(-1) }
}

/** More turns of the event loop than a group grows for. */
async function turns(): Promise<void> {
  for (let done = 0; done < 10; done += 1) await new Promise(setImmediate)
}

describe('groups', () => {
  it('take together what comes in one turn, and what comes while one is written', async () => {
    const { groups, written, end } = open()
    const first = ['a', 'b'].map((content) => groups.add(content))
    await turns()
    const second = ['c', 'd', 'e'].map((content) => groups.add(content))
    await turns()
    expect(written).toEqual([['a', 'b']])
    end()?.resolve()
    await Promise.all(first)
    await turns()
    expect(written).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ])
    end()?.resolve()
    await Promise.all([...second, groups.idle()])
  })

  it('fail together, and the next one is tried', async () => {
    const { groups, end } = open()
    const first = Promise.allSettled(['a', 'b'].map((content) => groups.add(content)))
    await turns()
    end()?.reject(new Error('as a test wants it'))
    expect(await first).toEqual(['a', 'b'].map(() => ({ status: 'rejected', reason: unavailable })))
    const next = groups.add('c')
    await turns()
    await turns()
    end()?.resolve()
    await next
  })

  it('refuse what is more than may wait, and take it again when there is room', async () => {
    const { groups, written, end } = open()
    const first = groups.add('1234567890')
    await expect(groups.add('1')).rejects.toEqual(unavailable)
    await turns()
    const waiting = ['12345', '67890'].map((content) => groups.add(content))
    await expect(groups.add('1')).rejects.toEqual(unavailable)
    end()?.resolve()
    await first
    await turns()
    end()?.resolve()
    await Promise.all(waiting)
    expect(written).toHaveLength(2)
  })

  it('leave out who went before the group was written, and give the room to others', async () => {
    const { groups, written, end } = open()
    const leaving = new AbortController()
    const left = groups.add('1234567890', leaving.signal)
    leaving.abort()
    await expect(left).rejects.toEqual(unavailable)
    await expect(groups.add('a', leaving.signal)).rejects.toEqual(unavailable)
    const staying = new AbortController()
    const stayed = groups.add('abcdefghij', staying.signal)
    await turns()
    end()?.resolve()
    await stayed
    staying.abort()
    expect(written).toEqual([['abcdefghij']])
  })

  it('write nothing where everybody went', async () => {
    const { groups, written } = open()
    const leaving = new AbortController()
    const left = groups.add('a', leaving.signal)
    leaving.abort()
    await expect(left).rejects.toEqual(unavailable)
    await groups.idle()
    expect(written).toEqual([])
  })
})
