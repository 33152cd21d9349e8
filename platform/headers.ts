/** The headers that gateway and agencies exchange, in lower case. */
export const headers = {
  callSignature: 'x-call-signature',
  callToken: 'authorization',
  correlationId: 'x-correlation-id',
  deadline: 'x-deadline-ms',
  purpose: 'x-purpose',
} as const
