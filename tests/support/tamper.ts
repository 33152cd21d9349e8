import type { AgencyAnswerError } from '../../gateway/agency/AgencyAnswer.ts'
import { AgencyFailure } from '../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../gateway/agency/AgencyFailure.ts'
import type { Tamper } from './createMemoryDispatch.ts'

type Entity = Readonly<Record<string, unknown>>

/** Ways in which an agency in memory does not answer as it should. */
export const tamper = {
  /** Its calls fail. */
  failing(kind: AgencyFailureKind): Tamper {
    return (_answer, { agency }) => {
      throw new AgencyFailure(agency, kind)
    }
  },

  /** It answers other entities, and errors. */
  entities(change: (entities: readonly Entity[]) => readonly unknown[], ...errors: AgencyAnswerError[]): Tamper {
    return ({ data }) => ({ data: { _entities: change(data?.['_entities'] as readonly Entity[]) }, errors })
  },

  /** It answers all that was asked for, and errors. */
  errors(...errors: AgencyAnswerError[]): Tamper {
    return ({ data }) => ({ data, errors })
  },
} as const
