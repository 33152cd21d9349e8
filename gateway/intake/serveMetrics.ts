import type { FastifyInstance } from 'fastify'

export interface MetricsText {
  readonly contentType: string
  readonly render: () => Promise<string>
}

/** GET /metrics, in the text format of Prometheus. */
export function serveMetrics(server: FastifyInstance, { contentType, render }: MetricsText): void {
  server.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', contentType)
    return render()
  })
}
