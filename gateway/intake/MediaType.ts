/** The media types that answers can have (GraphQL over HTTP, section 4). */
export type MediaType = 'application/json' | 'application/graphql-response+json'
