import type { FastifyInstance } from 'fastify'
import type { BreakerState } from '../../platform/BreakerState.ts'
import type { Ledger } from '../disclose/ledger/Ledger.ts'

export interface HealthOptions {
  readonly stopping: () => boolean
  readonly agencies: () => Readonly<Record<string, BreakerState>>
  /** Undefined where nothing is written down. */
  readonly ledger: Pick<Ledger, 'state'> | undefined
}

/**
 * GET /health tells that the process is alive; GET /health/ready that it can serve, or 503 when it is stopping, and the
 * breaker of each agency. A silent agency does not make the gateway unready: it answers with a gap. Nor does a ledger that cannot
 * be written, though nothing is disclosed meanwhile: only by being asked does it find out that it can.
 */
export function serveHealth(server: FastifyInstance, { stopping, agencies, ledger }: HealthOptions): void {
  server.get('/health', () => ({ status: 'alive' }))
  server.get('/health/ready', (_request, reply) => {
    const ready = !stopping()
    void reply.status(ready ? 200 : 503)
    return {
      status: ready ? 'ready' : 'stopping',
      ...(ledger && { ledger: ledger.state() }),
      agencies: Object.entries(agencies()).map(([agency, breaker]) => ({ agency, breaker })),
    }
  })
}
