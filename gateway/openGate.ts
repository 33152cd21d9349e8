import type { Logger } from '../platform/Logger.ts'
import { endAll } from '../platform/endAll.ts'
import type { KeySource } from './access/KeySource.ts'
import { createAuthenticator } from './access/createAuthenticator.ts'
import { createDevelopmentIssuer } from './access/createDevelopmentIssuer.ts'
import type { DevelopmentIssuer } from './access/createDevelopmentIssuer.ts'
import { createKeySource } from './access/createKeySource.ts'
import { createRelease } from './access/createRelease.ts'
import type { Release } from './access/createRelease.ts'
import { createFairness } from './access/fairness/createFairness.ts'
import type { Config } from './config.ts'
import type { Ledger } from './disclose/ledger/Ledger.ts'
import { openLedger } from './disclose/ledger/openLedger.ts'
import type { Stage } from './intake/Stage.ts'
import { limitClient } from './intake/limitClient.ts'
import { requireCaller } from './intake/requireCaller.ts'
import type { Metrics } from './metrics.ts'

export interface GateOptions {
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
  readonly metrics: Metrics
}

/** The checks at both ends: stages on the way in, the release on the way out. */
export interface Gate {
  /** Let nobody pass who is not known, or asks too much; none where access is open. */
  readonly stages: readonly Stage[]
  /** Makes the tokens, where nobody else does. */
  readonly issuer: DevelopmentIssuer | undefined
  /** What every answer waits for; undefined where access is open. */
  readonly release: Release | undefined
  /** What is shown of people is written down here before it leaves; undefined where access is open. */
  readonly ledger: Pick<Ledger, 'state'> | undefined
  readonly close: () => Promise<void>
}

/** Opens the gate that an operator decided for. */
export async function openGate(
  { access, fairness: limits, ledger: ledgerConfig }: Config,
  options: GateOptions,
): Promise<Gate> {
  if (access.mode === 'open')
    return { stages: [], issuer: undefined, release: undefined, ledger: undefined, close: () => Promise.resolve() }
  const { logger, clock, now, metrics } = options
  const { enabled, path: directory, secret, segmentBytes } = ledgerConfig
  const ledger = enabled
    ? await openLedger({ directory, secret, segmentBytes, ...options, metrics: metrics.ledger })
    : undefined
  const { keys, issuer } = await openKeys(access, options)
  const fairness = createFairness({ ...limits, clock, logger, metrics: metrics.fairness })
  const authenticate = createAuthenticator({ ...access, keys, clock, now, logger })
  return {
    stages: [requireCaller(authenticate), limitClient(fairness)],
    issuer,
    release: createRelease({ fairness, ledger, clock, logger }),
    ledger,
    close: () => endAll([fairness.close(), ledger?.close()]),
  }
}

interface Keys {
  readonly keys: KeySource
  readonly issuer: DevelopmentIssuer | undefined
}

type Enforced = Extract<Config['access'], { readonly mode: 'enforced' }>

async function openKeys(access: Enforced, { logger, clock, now }: GateOptions): Promise<Keys> {
  if (access.keysUrl !== undefined)
    return { keys: createKeySource({ url: access.keysUrl, logger, now }), issuer: undefined }
  const issuer = await createDevelopmentIssuer({ ...access, clock })
  return { keys: issuer.keys, issuer }
}
