import { describe, expect, it } from '@jest/globals'
import { createFieldRoom } from '../../../../../gateway/execute/shape/createFieldRoom.ts'

describe('the room of a plan', () => {
  it('is taken until none is left, and a smaller piece may fit where a larger one does not', () => {
    const room = createFieldRoom(10)
    expect([room.take(6), room.take(5), room.take(4), room.take(1)]).toEqual([true, false, true, false])
    expect(room.taken()).toBe(10)
  })
})
