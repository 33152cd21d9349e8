/** Milliseconds between two looks at the time. */
const step = 5

/**
 * Calls `onOver` once so many milliseconds have passed in which the process could have noticed an answer: time in which it was
 * busy counts for no more than a look or two, or else a cache would go missing just when there is most to do. There is no limit in
 * time of the clock: with turns of 60 ms, 50 ms take some 360, which is still less than what an agency would. Answers
 * how to stop, and with that how much was counted.
 */
export function countDown(milliseconds: number, onOver: () => void): () => number {
  let counted = 0
  let last = performance.now()
  let timer = setTimeout(look, Math.min(step, milliseconds))

  function count(): void {
    const now = performance.now()
    counted += Math.min(now - last, 2 * step)
    last = now
  }
  function look(): void {
    count()
    // A timer is served before the network: what has arrived meanwhile gets one look more.
    if (counted >= milliseconds) setImmediate(onOver)
    else timer = setTimeout(look, Math.min(step, milliseconds - counted))
  }
  return function stop() {
    clearTimeout(timer)
    count()
    return Math.min(counted, milliseconds)
  }
}
