/** Waits until all of them have ended, whichever fails, and rejects then with the first failure in their order. */
export async function endAll(endings: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  const ended = await Promise.allSettled(endings.filter((ending) => ending !== undefined))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
