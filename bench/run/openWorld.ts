import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../scripts/projectRoot.mjs'
import type { StubAgencies } from '../agencies/StubAgencies.ts'
import { launchAgencies } from '../agencies/launchAgencies.ts'
import type { World } from '../systems/System.ts'
import { installPeers } from '../systems/installPeers.ts'
import { withAddresses } from './withAddresses.ts'

export interface OpenWorld extends World {
  readonly agencies: StubAgencies
  /** Stops the agencies and removes the folder. */
  readonly close: () => Promise<void>
}

export interface WorldOptions {
  readonly knownNiks: readonly string[]
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/** Starts the stub agencies, and makes what the systems need around them. */
export async function openWorld({ knownNiks, signal, say }: WorldOptions): Promise<OpenWorld> {
  const supergraph = await readFile(join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8')
  const agencies = await launchAgencies()
  const folder = await mkdtemp(join(tmpdir(), 'satu-atap-bench-'))
  async function close(): Promise<void> {
    await agencies.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const supergraphPath = join(folder, 'supergraph.graphql')
  try {
    await writeFile(supergraphPath, withAddresses(supergraph, agencies.urls))
  } catch (error) {
    await close()
    throw error
  }
  let installed: Promise<string> | undefined
  return {
    agencies,
    supergraphPath,
    folder,
    knownNiks,
    signal,
    peers() {
      installed ??= installPeers({ folder: join(projectRoot, 'bench', 'peers'), signal, say })
      return installed
    },
    close,
  }
}
