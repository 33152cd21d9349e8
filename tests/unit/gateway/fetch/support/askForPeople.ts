import type { RequestContext } from '../../../../../gateway/context.ts'
import { createProvenanceRecorder } from '../../../../../gateway/disclose/createProvenanceRecorder.ts'
import type { Asking } from '../../../../../gateway/fetch/Asking.ts'
import { createDeadline } from '../../../../../platform/createDeadline.ts'

/** A question about people by their ids. */
export function askForPeople(
  ids: readonly string[],
  { variables = {}, ...context }: Partial<RequestContext & Pick<Asking, 'variables'>> = {},
): Asking {
  return {
    variables,
    parts: ids.map((id) => ({ id })),
    context: {
      correlationId: 'test-correlation',
      deadline: createDeadline({ milliseconds: 5_000 }),
      asker: { subject: 'officer', purpose: 'service-delivery', scopes: ['papers'] },
      provenance: createProvenanceRecorder(),
      ...context,
    },
  }
}
