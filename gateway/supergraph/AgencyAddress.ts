/** An agency and where it is reached. */
export interface AgencyAddress {
  readonly name: string
  readonly url: string
}
