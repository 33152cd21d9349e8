/** Resolves in the next turn of the event loop, after whatever this one has still to do. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
