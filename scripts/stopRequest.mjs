/**
 * An AbortSignal that fires when this process is asked to stop: Ctrl-C, SIGTERM, or its terminal closing. A request may
 * come twice, from the terminal and from npm; the second one changes nothing.
 *
 * @returns {AbortSignal}
 */
export function stopRequest() {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => controller.abort())
  return controller.signal
}
