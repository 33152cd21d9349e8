import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Has everything collected that nobody needs. What was looked at in the same turn of the event loop stays. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
