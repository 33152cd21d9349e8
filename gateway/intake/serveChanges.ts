import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChangeClaims } from '../../platform/ChangeClaims.ts'
import type { Logger } from '../../platform/Logger.ts'
import { clockTolerance } from '../../platform/clockTolerance.ts'
import { createChangeVerifier } from '../../platform/createChangeVerifier.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import { digestBody } from '../../platform/digestBody.ts'
import { fault } from '../../platform/fault.ts'
import { readCallToken } from '../../platform/readCallToken.ts'
import { tokenLife } from '../../platform/tokenLife.ts'
import type { EntityCache } from '../cache/EntityCache.ts'
import { refusalOf } from '../redis/refusalOf.ts'
import type { Contributions } from '../supergraph/readContributions.ts'
import type { ChangeMetrics, ChangeOutcome } from './ChangeMetrics.ts'
import { createReplayGuard } from './createReplayGuard.ts'
import { readChanges } from './readChanges.ts'

export interface ChangesOptions {
  /** Whether an agency is one of the supergraph. */
  readonly isKnown: (agency: string) => boolean
  /** The secret from which the key of each is derived. */
  readonly callSecret: string
  readonly contributes: Contributions
  readonly cache: Pick<EntityCache, 'invalidate' | 'invalidateAgency'>
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
  readonly logger: Logger
  readonly metrics: ChangeMetrics
}

/** Bytes: 500 events with long keys. */
const bodyLimit = 262_144

/** Milliseconds for which a token could be shown again: as long as it holds, and what the clocks may differ. */
const replayLife = (tokenLife + clockTolerance) * 1000

/** Characters of the ids of an agency's announcements in that time: more than 1,500 of them in a second. */
const mostIds = 4_000_000

/**
 * POST /changes: an agency tells what changed, signed like a call (401 where it is not), no announcement twice (409), and only
 * of what it adds to the graph (403). Answers 204 once the cache serves nothing from before the change, or else 503.
 */
export function serveChanges(server: FastifyInstance, options: ChangesOptions): void {
  const { isKnown, callSecret, contributes, cache, clock, now, logger, metrics } = options
  const keyOf = (agency: string) => (isKnown(agency) ? deriveCallKey(callSecret, agency) : undefined)
  const verify = createChangeVerifier({ keyOf, clock })
  const meet = createReplayGuard({ life: replayLife, most: mostIds, now })
  const senders = new WeakMap<FastifyRequest, ChangeClaims>()

  async function authenticate(request: FastifyRequest): Promise<void> {
    const claims = verify(readCallToken(request))
    if (claims === null) throw fault('CHANGE_UNAUTHENTICATED')
    senders.set(request, claims)
  }

  async function readBody(request: FastifyRequest, body: Buffer): Promise<unknown> {
    const claims = senders.get(request)
    if (claims?.bodyDigest !== digestBody(body)) throw fault('CHANGE_UNAUTHENTICATED')
    const meeting = meet(claims.agency, claims.id)
    if (meeting !== 'new') throw fault(meeting === 'known' ? 'CHANGE_REPLAYED' : 'CHANGE_NOT_TAKEN')
    return parseJson(body)
  }

  async function takeChanges(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const agency = senders.get(request)?.agency ?? ''
    const { entities, everything } = readChanges(request.body, { agency, mayAnnounce: contributes })
    try {
      if (everything) await cache.invalidateAgency(agency)
      if (entities.length > 0) await cache.invalidate(entities)
    } catch (error) {
      const refusal = refusalOf(error)
      logger.error({ error, refusal, agency, correlationId: request.id }, 'the cache did not take a change')
      // Behind one address there may be gateways that can: on this connection the next attempt would come here again.
      reply.header('connection', 'close')
      throw fault('CHANGE_NOT_TAKEN')
    }
    return reply.status(204).send()
  }

  // A scope of its own, in which bodies stay as they came: the digest is over their bytes.
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, readBody)
    scope.addHook('onResponse', async (request, { statusCode: status }) => {
      const agency = senders.get(request)?.agency
      metrics.ended(agency, outcomeOf(status))
      logger.info({ agency, status, correlationId: request.id }, 'an announcement ended')
    })
    scope.route({
      url: '/changes',
      method: 'POST',
      bodyLimit,
      onRequest: authenticate,
      handler: takeChanges,
    })
  })
}

function outcomeOf(status: number): ChangeOutcome {
  if (status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'taken'
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw fault('CHANGE_MALFORMED')
  }
}
