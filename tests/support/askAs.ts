import type { DevelopmentUser } from '../../gateway/access/developmentUsers.ts'
import type { GraphAnswer, TestGateway } from './startGateway.ts'
import { tokenOf } from './tokenOf.ts'

/** The purpose that each kind of user has most often. */
const usualPurpose: Readonly<Record<DevelopmentUser, string>> = {
  frontend: 'service-delivery',
  'ltsa-officer': 'service-delivery',
  'agency-officer': 'service-delivery',
  bp2mi: 'supervision',
  worker: 'self-access',
}

/** Asks a gateway with its own issuer as one of the development users. */
export async function askAs(
  gateway: TestGateway,
  user: DevelopmentUser,
  { purpose = usualPurpose[user], ...body }: Readonly<Record<string, unknown>> & { readonly purpose?: string },
): Promise<GraphAnswer> {
  return gateway.post(body, { authorization: `Bearer ${await tokenOf(gateway, user)}`, 'x-purpose': purpose })
}
