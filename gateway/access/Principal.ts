import type { PrincipalKind } from '../../schema/access/principalKinds.ts'

/** Who asks, by a token that was found good. */
export interface Principal {
  readonly kind: PrincipalKind
  /** The application that the person uses, or that asks for itself. */
  readonly client: string
  /** The person or the application, as its issuer calls it. */
  readonly subject: string
  /** The code of an officer's office. */
  readonly office: string | undefined
  /** The codes of the regions that an officer's office serves. */
  readonly area: readonly string[]
  /** A worker's own NIK. */
  readonly nik: string | undefined
  /** What the token opens, of what its kind may. */
  readonly scopes: readonly string[]
}
