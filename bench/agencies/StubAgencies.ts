/** The six stub agencies, running. */
export interface StubAgencies {
  /** Their addresses by name. */
  readonly urls: ReadonlyMap<string, string>
  /** Milliseconds that each answer takes from now on. */
  readonly setDelay: (milliseconds: number) => Promise<void>
  /** Requests to all of them since this was last asked. */
  readonly takeCalls: () => Promise<number>
  readonly stop: () => Promise<void>
}
