import { expect, test } from '@jest/globals'
import { redialWhenReadOnly } from '../../../../gateway/redis/redialWhenReadOnly.ts'

const readOnly = new Error("READONLY You can't write against a read only replica.")

test('a server that has become a replica is redialled at once, and then every five seconds', () => {
  let time = 100
  const isTimeToRedial = redialWhenReadOnly(() => time)
  expect(isTimeToRedial(readOnly)).toBe(true)
  time += 4999
  expect(isTimeToRedial(readOnly)).toBe(false)
  time += 1
  expect(isTimeToRedial(readOnly)).toBe(true)
})

test('no other error is a reason to redial', () => {
  const isTimeToRedial = redialWhenReadOnly(() => 0)
  expect(isTimeToRedial(new Error('OOM command not allowed'))).toBe(false)
  expect(isTimeToRedial(readOnly)).toBe(true)
})
