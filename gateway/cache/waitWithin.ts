/** The value of a promise if it is there within so many milliseconds, or undefined; rejects as the promise does. */
export function waitWithin<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, undefined)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
