import { once } from 'node:events'

/**
 * Ends a child process: sends each signal in turn and gives the child so many milliseconds to exit before the next one.
 * Resolves once it has exited, at once if it already had.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {readonly { readonly signal: NodeJS.Signals, readonly limit: number }[]} steps
 */
export async function endProcess(child, steps) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  for (const { signal, limit } of steps) {
    child.kill(signal)
    if (await settlesWithin(exited, limit)) return
  }
}

async function settlesWithin(promise, limit) {
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit, false)
  })
  const settled = await Promise.race([promise.then(() => true), late])
  clearTimeout(timer)
  return settled
}
