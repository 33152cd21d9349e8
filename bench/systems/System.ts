import type { StubAgencies } from '../agencies/StubAgencies.ts'
import type { ShapeName } from '../workloads/shapes.ts'

/** One of those that are measured side by side. */
export interface System {
  readonly name: string
  /** What it is, in a few words. */
  readonly title: string
  /** Whether its clients ask for somebody new each time, or for people that it was asked for before. */
  readonly asks: 'new' | 'known'
  /** Whether a quick run has it too. */
  readonly quick: boolean
  /** The shapes that it can answer; all, where this is left out. */
  readonly answers?: readonly ShapeName[]
  /** Starts it as a process of its own on a free port of loopback. Rejects with the reason where it cannot run here. */
  readonly start: (world: World) => Promise<RunningSystem>
}

export interface RunningSystem {
  /** The address of its graph. */
  readonly url: string
  /** What its clients send beside the usual, such as a token. */
  readonly headers: Readonly<Record<string, string>>
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** What all systems find around them. */
export interface World {
  readonly agencies: Pick<StubAgencies, 'urls'>
  /** The path of the supergraph, with the addresses of the stub agencies in it. */
  readonly supergraphPath: string
  /** A folder for logs and data, which is gone afterwards. */
  readonly folder: string
  /** The NIKs that warm requests for one applicant ask for. */
  readonly knownNiks: readonly string[]
  /** The folder that the peers are installed in. Rejects with the reason why they cannot be. */
  readonly peers: () => Promise<string>
  readonly signal: AbortSignal
}
