import type { z } from 'zod'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { developmentCacheSecret } from '../platform/developmentCacheSecret.ts'
import { developmentCallSecret } from '../platform/developmentCallSecret.ts'
import { developmentIssuer } from '../platform/developmentIssuer.ts'
import { developmentLedgerSecret } from '../platform/developmentLedgerSecret.ts'
import type { gatewayVariables } from './gatewayVariables.ts'

type Values = z.output<typeof gatewayVariables>

/** What there is to complain of, and whether there is. */
type Rule = readonly [complaint: string, isBroken: (values: Values) => boolean]

/** What is allowed by itself, and not as it stands here or beside something else. */
const always: readonly Rule[] = [
  [
    'METRICS_PORT is the same as PORT. Allowed is another port, or 0 for a free one.',
    ({ PORT, METRICS_PORT }) => PORT === METRICS_PORT && PORT !== 0,
  ],
  [
    'AGENCY_TIMEOUT_MS is more than DEADLINE_MS. Allowed is as much at most, and best is less than half.',
    ({ AGENCY_TIMEOUT_MS = 0, DEADLINE_MS }) => AGENCY_TIMEOUT_MS > DEADLINE_MS,
  ],
  [
    'ALLOWED_ORIGINS has one that no browser sends. Allowed is https://a.example, in small letters and without its usual port.',
    ({ ALLOWED_ORIGINS }) => ALLOWED_ORIGINS?.split(',').every(isOrigin) === false,
  ],
]

const inProduction: readonly Rule[] = [
  [unset('CALL_SECRET'), ({ CALL_SECRET }) => CALL_SECRET === developmentCallSecret],
  [
    unset('CACHE_SECRET'),
    ({ CACHE, ...secrets }) => CACHE !== 'off' && cacheSecrets(secrets).includes(developmentCacheSecret),
  ],
  [unset('LEDGER_SECRET'), ({ LEDGER_SECRET }) => LEDGER_SECRET === developmentLedgerSecret],
  ['LEDGER must not be off in production. Allowed there is on.', ({ LEDGER }) => LEDGER === 'off'],
  [
    'OPERATIONS must not be any in production. Register operations in its manifest.',
    ({ OPERATIONS }) => OPERATIONS === 'any',
  ],
  ['ACCESS must not be open in production. Allowed there is enforced.', ({ ACCESS }) => ACCESS === 'open'],
  // It asks others only about whom the registry knows, which shows in what a denial takes.
  ['ENGINE must not be apollo in production. Allowed there is satu-atap.', ({ ENGINE }) => ENGINE === 'apollo'],
  [
    "JWKS_URL must be set in production, to the address of the issuer's keys.",
    ({ JWKS_URL }) => JWKS_URL === undefined,
  ],
  [
    'TOKEN_ISSUER must be set in production, to what tokens have as `iss`.',
    ({ TOKEN_ISSUER }) => TOKEN_ISSUER === developmentIssuer,
  ],
]

/** Holds the variables against each other. Throws an EnvironmentError that tells everything that is wrong at once. */
export function requireFitting(values: Values): void {
  const rules = values.NODE_ENV === 'production' ? [...inProduction, ...always] : always
  const complaints = rules.filter(([, isBroken]) => isBroken(values)).map(([complaint]) => complaint)
  if (complaints.length > 0) throw new EnvironmentError(complaints.join('\n'))
}

function unset(variable: string): string {
  return `${variable} must be set in production, to a secret of at least 32 characters of your own.`
}

function cacheSecrets({
  CACHE_SECRET,
  CACHE_SECRETS_OLD = '',
}: Pick<Values, 'CACHE_SECRET' | 'CACHE_SECRETS_OLD'>): readonly string[] {
  return [CACHE_SECRET, ...CACHE_SECRETS_OLD.split(',')]
}

function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text
}
