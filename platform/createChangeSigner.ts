import type { ChangeClaims } from './ChangeClaims.ts'
import type { TokenOptions } from './TokenOptions.ts'
import { createTokenSigner } from './createTokenSigner.ts'
import { gatewayName } from './gatewayName.ts'

/** Signs one announcement of changes and answers the token. */
export type ChangeSigner = (claims: Omit<ChangeClaims, 'agency'>) => string

export interface ChangeSignerOptions extends Pick<TokenOptions, 'key' | 'clock'> {
  /** The agency that announces. */
  readonly agency: string
}

/** Makes the signer of one agency's announcements. */
export function createChangeSigner({ agency, ...options }: ChangeSignerOptions): ChangeSigner {
  const sign = createTokenSigner({ ...options, issuer: agency, audience: gatewayName })
  return ({ id, bodyDigest }) => sign({ jti: id, digest: bodyDigest })
}
