/** What one system did under one workload. Times are in milliseconds. */
export interface Figures {
  readonly requests: number
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
  /** Processor time a request, of the gateway's processes alone. */
  readonly cpu: number
  /** The most memory that they held, in MiB. */
  readonly peakMemory: number
  /** Calls to agencies a request. */
  readonly calls: number
}
