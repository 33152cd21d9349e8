import type { Purpose } from '../../schema/access/purposes.ts'

/** An operation as it stands in a manifest. */
export interface RegisteredOperation {
  /** SHA-256 of the body, hexadecimal: what clients may send in its place. */
  readonly id: string
  readonly name: string
  readonly type: 'query' | 'mutation'
  /** The operation with its fragments, as graphql-js prints it. */
  readonly body: string
  /** What it may be asked for. Readers that know only the format pass over it. */
  readonly purposes: readonly Purpose[]
}
