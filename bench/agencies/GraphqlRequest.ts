/** A request as agencies receive it (GraphQL over HTTP, section 5). */
export interface GraphqlRequest {
  readonly query: string
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}
