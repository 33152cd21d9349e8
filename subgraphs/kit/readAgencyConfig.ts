import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import { developmentCallSecret } from '../../platform/developmentCallSecret.ts'
import { prefixOf } from '../../platform/prefixOf.ts'
import { readEnvironment } from '../../platform/readEnvironment.ts'
import type { Agency } from './Agency.ts'
import type { AgencyConfig } from './AgencyConfig.ts'
import { agencyVariables } from './agencyVariables.ts'
import { sharedVariables } from './sharedVariables.ts'

/**
 * The configuration of one agency from the environment. Throws an EnvironmentError that names what is wrong. In production
 * an agency is given its own key; it never holds the secret from which all keys are derived.
 */
export function readAgencyConfig(
  { name, port }: Pick<Agency, 'name' | 'port'>,
  source: Readonly<Record<string, string | undefined>>,
): AgencyConfig {
  const shared = readEnvironment(sharedVariables, source)
  const own = readEnvironment(agencyVariables, source, prefixOf(name))
  const developmentKey = deriveCallKey(developmentCallSecret, name)
  if (shared.NODE_ENV === 'production' && (own.CALL_KEY === undefined || own.CALL_KEY === developmentKey)) {
    throw new EnvironmentError(
      `${prefixOf(name)}CALL_KEY must be set in production, to what \`npm run secrets\` prints for ${name}.`,
    )
  }
  if (shared.NODE_ENV === 'production' && shared.GATEWAY_URLS === undefined) {
    throw new EnvironmentError(
      'GATEWAY_URLS must be set in production, to the origins of the gateways, which keep answers until they are told of changes.',
    )
  }
  return {
    host: shared.HOST,
    port: own.PORT ?? port,
    databaseUrl: own.DATABASE_URL,
    callKey: own.CALL_KEY ?? deriveCallKey(shared.CALL_SECRET, name),
    gatewayUrls: shared.GATEWAY_URLS?.split(',') ?? ['http://127.0.0.1:4000'],
    connections: shared.DATABASE_CONNECTIONS,
    deadline: shared.AGENCY_DEADLINE_MS,
    bodyLimit: shared.AGENCY_BODY_LIMIT_BYTES,
    logLevel: shared.LOG_LEVEL,
    seedApplicants: shared.SEED_APPLICANTS,
  }
}
