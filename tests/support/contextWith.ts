import type { RequestContext } from '../../gateway/context.ts'
import { createProvenanceRecorder } from '../../gateway/disclose/createProvenanceRecorder.ts'
import type { Deadline } from '../../platform/Deadline.ts'

/** What travels with a request that ends then. */
export function contextWith(deadline: Deadline): RequestContext {
  return {
    correlationId: 'test-correlation',
    deadline,
    asker: { subject: 'nobody', purpose: 'none', scopes: [] },
    provenance: createProvenanceRecorder(),
  }
}
