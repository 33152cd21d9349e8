import { describe, expect, it } from '@jest/globals'
import { shareDeadline } from '../../../../gateway/fetch/shareDeadline.ts'

function sharer(left: number) {
  const controller = new AbortController()
  const gone: string[] = []
  const one = { deadline: { signal: controller.signal, remaining: () => left }, leave: () => void gone.push('left') }
  return { one, controller, gone }
}

describe('a shared deadline', () => {
  it('has what is left of the longest of those who wait', () => {
    const [long, short] = [sharer(50), sharer(20)]
    const { deadline } = shareDeadline([long.one, short.one])
    expect(deadline.remaining()).toBe(50)
    long.controller.abort()
    expect(deadline.remaining()).toBe(20)
    short.controller.abort()
    expect(deadline.remaining()).toBe(0)
  })

  it('is over when all have left, for the reason of the last', () => {
    const [first, second] = [sharer(50), sharer(50)]
    const { deadline } = shareDeadline([first.one, second.one])
    first.controller.abort('first')
    expect([first.gone, second.gone, deadline.signal.aborted]).toEqual([['left'], [], false])
    second.controller.abort('second')
    expect([second.gone, deadline.signal.reason]).toEqual([['left'], 'second'])
  })

  it('lets those go who have left before', () => {
    const { one, controller, gone } = sharer(50)
    controller.abort()
    const { deadline } = shareDeadline([one])
    expect([gone, deadline.signal.aborted]).toEqual([['left'], true])
  })

  it('listens to nobody once it has ended', () => {
    const { one, controller, gone } = sharer(50)
    shareDeadline([one]).end()
    controller.abort()
    expect(gone).toEqual([])
  })
})
