import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that another process does. Throws when it has not come about within so many milliseconds. */
export async function until(
  what: string,
  cameAbout: () => boolean | Promise<boolean>,
  milliseconds = 30_000,
): Promise<void> {
  const limit = Date.now() + milliseconds
  while (!(await cameAbout())) {
    if (Date.now() > limit) throw new Error(`Waited in vain until ${what}.`)
    await pause(20)
  }
}
