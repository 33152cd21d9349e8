import type { FastifyInstance } from 'fastify'
import type { BreakerState } from '../agency/BreakerState.ts'

export interface HealthOptions {
  readonly stopping: () => boolean
  readonly agencies: () => Readonly<Record<string, BreakerState>>
}

/**
 * GET /health tells that the process is alive; GET /health/ready that it can serve, or 503 when it is stopping, and the
 * breaker of each agency. A silent agency does not make the gateway unready: it answers with a gap.
 */
export function serveHealth(server: FastifyInstance, { stopping, agencies }: HealthOptions): void {
  server.get('/health', () => ({ status: 'alive' }))
  server.get('/health/ready', (_request, reply) => {
    const ready = !stopping()
    void reply.status(ready ? 200 : 503)
    return {
      status: ready ? 'ready' : 'stopping',
      agencies: Object.entries(agencies()).map(([agency, breaker]) => ({ agency, breaker })),
    }
  })
}
