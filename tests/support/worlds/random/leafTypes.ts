/** The types of fields that have nothing inside, for a reader of operations: one is a scalar of the agencies' own. */
export const leafTypes = [
  'Int',
  'String',
  'String!',
  '[String!]',
  'En',
  'En!',
  'Boolean',
  'Float',
  '[[Int!]]',
  'JSON',
] as const satisfies readonly string[]
