/** How a manifest says what it is: Apollo's format, which other gateways and clients' tools read as well. */
export const manifestFormat = { format: 'apollo-persisted-query-manifest', version: 1 } as const
