/** The stages of the gateway, in the order in which a request meets them. */
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
]
