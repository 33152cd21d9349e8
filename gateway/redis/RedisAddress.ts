/** Where Redis is, and how it is run there. */
export interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster'
  /** The server; the sentinels; or some nodes of the cluster, which name the others. */
  readonly hosts: readonly RedisHost[]
  readonly tls: boolean
  readonly username?: string
  readonly password?: string
  /** Number of the database; a cluster has only 0. */
  readonly database: number
  /** What the sentinels call the servers that they watch. */
  readonly master?: string
}

export interface RedisHost {
  readonly host: string
  readonly port: number
}
