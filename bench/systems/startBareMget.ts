import { Redis } from 'ioredis'
import { readApi } from '../data/readApi.ts'
import { openOperation } from '../load/openOperation.ts'
import { selections } from '../workloads/selections.ts'
import { shapes } from '../workloads/shapes.ts'
import type { RunningSystem, World } from './System.ts'
import { startServer } from './startServer.ts'
import { withRedis } from './withRedis.ts'

/** Starts the server that answers from one MGET, with what each agency knows of each known applicant under a key of its own. */
export function startBareMget(world: World): Promise<RunningSystem> {
  return withRedis(world, async ({ url }) => {
    await writeValues(url, world.knownNiks)
    return startServer('bareMget', { REDIS_URL: url }, world)
  })
}

async function writeValues(url: string, niks: readonly string[]): Promise<void> {
  const api = readApi()
  const parts = Object.entries(selections).map(([agency, selection]) => {
    const query = `query($nik: NIK!) { applicant(nik: $nik) { ${selection} } }`
    return { agency, data: openOperation({ ...shapes.one, query }, api).data }
  })
  const values = niks.flatMap((nik) => parts.flatMap(({ agency, data }) => [`${nik}:${agency}`, fieldsOf(data([nik]))]))
  const redis = new Redis(url)
  await redis.mset(values)
  await redis.quit()
}

/** What stands between the braces of the applicant. */
function fieldsOf(data: string): string {
  return data.slice('{"applicant":{'.length, -'}}'.length)
}
