import { buildASTSchema, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import type { CachePolicy } from '../../gateway/agency/CachePolicy.ts'
import type { Dispatch } from '../../gateway/agency/Dispatch.ts'
import { createEntityCache } from '../../gateway/cache/createEntityCache.ts'
import { createKeyring } from '../../gateway/cache/names/createKeyring.ts'
import { guardStore } from '../../gateway/cache/stores/guardStore.ts'
import { withSeals } from '../../gateway/cache/stores/withSeals.ts'
import { createAgencySource } from '../../gateway/execute/ask/createAgencySource.ts'
import type { AgencySource } from '../../gateway/execute/ask/createAgencySource.ts'
import { createIdentifier } from '../../gateway/execute/question/createIdentifier.ts'
import { readEntityKeys } from '../../gateway/supergraph/readEntityKeys.ts'
import { composeSupergraph } from './composeSupergraph.ts'
import type { FakeStore } from './createFakeStore.ts'
import { createMemoryDispatch } from './createMemoryDispatch.ts'
import type { MemoryDispatch } from './createMemoryDispatch.ts'
import { paperAgencies } from './paperAgencies.ts'
import { recordLines } from './recordLines.ts'

const sdl = composeSupergraph(
  Object.entries(paperAgencies).map(([name, agency]) => ({ name, url: '', sdl: agency.sdl })),
)
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })

/** The source of one of the agencies of papers. */
export interface PaperSource extends MemoryDispatch {
  readonly source: AgencySource
  readonly schema: GraphQLSchema
  /** Milliseconds since the epoch, and by a clock that nobody sets. */
  readonly clock: { now: number; elapsed: number }
}

/** Opens the source of an agency in memory; with a store, in front of a cache. Calls may go through something on their way. */
export function openPaperSource(
  agency: string,
  store?: FakeStore,
  policy?: CachePolicy,
  through: (dispatch: Dispatch) => Dispatch = (dispatch) => dispatch,
): PaperSource {
  const memory = createMemoryDispatch(paperAgencies, { policy })
  const clock = { now: 1_750_000_000_000, elapsed: 0 }
  const entityKeys = readEntityKeys(schema)
  const keyring = createKeyring('the secret of a test, of 32 characters')
  const cache =
    store &&
    createEntityCache({
      store: guardStore(withSeals(store, keyring), {
        logger: recordLines().logger,
        metrics: { breaker: () => undefined },
      }),
      entityKeys,
      keyring,
      supergraph: 'one',
      clock: () => clock.now,
      now: () => clock.elapsed,
      metrics: { observe: () => undefined },
    })
  const source = createAgencySource({
    agency,
    url: `http://${agency}.test/graphql`,
    dispatch: through(memory.dispatch),
    supergraph: schema,
    clock: () => clock.now,
    now: () => clock.elapsed,
    logger: pino({ enabled: false }),
    cached: cache && { cache, entityKeys, identify: createIdentifier(entityKeys) },
  })
  return { ...memory, source, schema, clock }
}
