/** The stages of the gateway, in the order in which a request meets them, and the ground that all of them stand on. */
export const stages: readonly string[] = [
  'intake',
  'access',
  'operation',
  'plan',
  'execute',
  'fetch',
  'cache',
  'agency',
  'disclose',
  'document',
  'supergraph',
  'redis',
]
