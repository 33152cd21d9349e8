import { describe, expect, test } from '@jest/globals'
import { untilAborted } from '../../../platform/untilAborted.ts'

const never = new Promise<never>(() => {})

describe('untilAborted', () => {
  test('settles as the work does', async () => {
    const { signal } = new AbortController()
    await expect(untilAborted(Promise.resolve(1), signal)).resolves.toBe(1)
    await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken')
  })

  test('rejects when the signal aborts, and tells why', async () => {
    const controller = new AbortController()
    const waiting = untilAborted(never, controller.signal)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(waiting).rejects.toMatchObject({ message: 'The time for it is over.', cause: reason })
  })

  test('rejects with a reason of its own', async () => {
    const overdue = new Error('overdue')
    await expect(untilAborted(never, AbortSignal.abort(), () => overdue)).rejects.toBe(overdue)
  })

  test('rejects at once when the signal has aborted, and leaves no failure of the work unhandled', async () => {
    await expect(untilAborted(Promise.reject(new Error('broken')), AbortSignal.abort())).rejects.toThrow(/time/)
  })

  test('does not listen to the signal any longer than it must', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (type: string, listener: EventListener) => {
      listeners += 1
      add(type, listener)
    }
    signal.removeEventListener = (type: string, listener: EventListener) => {
      listeners -= 1
      remove(type, listener)
    }
    const waiting = untilAborted(Promise.resolve(1), signal)
    expect(listeners).toBe(1)
    await waiting
    expect(listeners).toBe(0)
  })
})
