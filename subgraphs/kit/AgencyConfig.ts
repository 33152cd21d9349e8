/** What one agency needs to run. */
export interface AgencyConfig {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string
  /** The key that calls to this agency are signed with, see `deriveCallKey`. */
  readonly callKey: string
  /** The origins of the gateways that are told of changes; none are told without one. */
  readonly gatewayUrls: readonly string[]
  readonly connections: number
  /** Milliseconds a request may take when the gateway does not allow less. */
  readonly deadline: number
  readonly bodyLimit: number
  readonly logLevel: string
  /** How many synthetic applicants an empty database gets; 0 for none. */
  readonly seedApplicants: number
}
