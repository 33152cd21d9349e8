import type { AgencyCall } from '../../gateway/agency/AgencyCall.ts'
import { createDeadline } from '../../platform/createDeadline.ts'

/** A call to the passport agency for a test, with five seconds to spare. */
export function makeCall(changes: Partial<AgencyCall> = {}): AgencyCall {
  return {
    agency: 'passport',
    url: 'http://127.0.0.1:1/graphql',
    query: '{ ltsaOffices { code } }',
    variables: {},
    isJoint: false,
    kind: 'query',
    deadline: createDeadline({ milliseconds: 5_000 }),
    correlationId: 'test-correlation',
    asker: { subject: 'officer', purpose: 'service-delivery', scopes: ['papers'] },
    ...changes,
  }
}
