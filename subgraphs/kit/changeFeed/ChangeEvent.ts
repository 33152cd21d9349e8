/** A row of the outbox: what changed, as gateways are told. */
export interface ChangeEvent {
  /** The row's number as text: it has 64 bits. */
  readonly id: string
  /** The type in the graph; null stands for everything that the agency answers. */
  readonly type: string | null
  /** The entity by its key fields; null stands for all entities of the type. */
  readonly key: Readonly<Record<string, string>> | null
}
