import { expect } from '@jest/globals'

/** Fails when a number is not between two others, both included. */
export function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}
