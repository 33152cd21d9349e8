import { text } from 'node:stream/consumers'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { createLogger } from '../platform/createLogger.ts'
import { digestBody } from '../platform/digestBody.ts'
import { errors } from '../platform/errors.ts'
import { messageOf } from '../platform/messageOf.ts'
import { isNik } from '../schema/scalars/isNik.ts'
import type { EntityCache } from './cache/EntityCache.ts'
import { createEntityCache } from './cache/createEntityCache.ts'
import { forgetEntity } from './cache/forgetEntity.ts'
import { createKeyring } from './cache/names/createKeyring.ts'
import { createNames } from './cache/names/createNames.ts'
import { createRedisStore } from './cache/stores/createRedisStore.ts'
import { guardStore } from './cache/stores/guardStore.ts'
import { withSeals } from './cache/stores/withSeals.ts'
import { readConfig } from './config.ts'
import { readEntityKeys } from './supergraph/readEntityKeys.ts'
import { readSupergraph } from './supergraph/readSupergraph.ts'

/** Milliseconds in which Redis has to take it. */
const limit = 5_000

try {
  const nik = await readArguments(process.argv.slice(2))
  const { isInUse, close, ...cache } = await openCache()
  let wasInUse
  try {
    wasInUse = await forgetEntity({ type: 'Applicant', key: { nik } }, { cache, limit }).then(isInUse)
  } catch (error) {
    throw new EnvironmentError(
      `Redis did not take it, so the person may not be forgotten; try again. ${messageOf(error)}`,
    )
  } finally {
    await close()
  }
  if (!wasInUse)
    throw new EnvironmentError(
      'Redis took it, and has nothing that a gateway with these secrets would keep of anybody: where gateways keep something, REDIS_URL or CACHE_SECRET is not theirs, and the person is not forgotten.',
    )
  process.stdout.write('Nothing that was kept of this person can be read any more.\n')
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The NIK of the person. No message shows it, or what was given in its place. */
async function readArguments([command, given, ...others]: readonly string[]): Promise<string> {
  if (command !== 'forget' || given === undefined || others.length > 0)
    throw new EnvironmentError(
      'The command is: npm run --silent cache -- forget <nik>, or - for a NIK from standard input',
    )
  const nik = given === '-' ? (await text(process.stdin)).trim() : given
  if (!isNik(nik)) throw new EnvironmentError(errors.NIK_MALFORMED.en)
  return nik
}

interface SharedCache extends Pick<EntityCache, 'invalidate'> {
  /** Whether anything is kept of any agency: elsewhere, or under another secret, there is nothing to be forgotten. */
  readonly isInUse: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** The cache that the gateways with the same configuration share. */
async function openCache(): Promise<SharedCache> {
  const config = readConfig(process.env)
  if (config.cache.store === 'off') throw new EnvironmentError('CACHE is off: nothing is kept of anybody.')
  if (config.cache.store === 'memory')
    throw new EnvironmentError('CACHE is memory: such a cache lives inside its gateway, and a restart empties it.')
  const { sdl, schema } = await readSupergraph(config.supergraphPath)
  const entityKeys = readEntityKeys(schema)
  if (entityKeys.onlyKeyOf('Applicant')?.['nik'] === undefined)
    throw new EnvironmentError('SUPERGRAPH_PATH names a supergraph in which a NIK is not the key of Applicant.')
  const logger = createLogger({ name: 'cache', level: 'silent' })
  const keyring = createKeyring(config.cache.secret, config.cache.olderSecrets)
  const store = createRedisStore({ url: config.cache.url, logger })
  const supergraph = digestBody(sdl)
  const { invalidate } = createEntityCache({
    store: guardStore(withSeals(store, keyring), { logger, metrics: { breaker: () => undefined } }),
    keyring,
    entityKeys,
    supergraph,
    clock: Date.now,
    metrics: { observe: () => undefined },
  })
  // Under an older secret too: a gateway that has just been given another one has kept nothing yet.
  const agencies = keyring.flatMap((keys) =>
    entityKeys.agenciesOf('Applicant').map(createNames({ keys, entityKeys, supergraph }).agency),
  )
  return { invalidate, isInUse: () => store.hasAny(agencies, AbortSignal.timeout(limit)), close: store.close }
}
