/**
 * The six agencies in the order of their ports, for what runs before TypeScript does: a name, the prefix of its
 * environment variables, and its default port. A test holds it equal to the roster in `subgraphs/`.
 */
export const agencies = Object.freeze([
  { name: 'identity', prefix: 'IDENTITY_', port: 4001 },
  { name: 'passport', prefix: 'PASSPORT_', port: 4002 },
  { name: 'police-clearance', prefix: 'POLICE_CLEARANCE_', port: 4003 },
  { name: 'health', prefix: 'HEALTH_', port: 4004 },
  { name: 'insurance', prefix: 'INSURANCE_', port: 4005 },
  { name: 'placement', prefix: 'PLACEMENT_', port: 4006 },
])
