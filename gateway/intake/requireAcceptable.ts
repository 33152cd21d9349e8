import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import { chooseMediaType } from './chooseMediaType.ts'

/** The stage that refuses a client which takes none of our media types, before anything is done for it. */
export async function requireAcceptable({ headers, exchange }: FastifyRequest): Promise<void> {
  const mediaType = chooseMediaType(headers.accept)
  if (mediaType === null) throw fault('NOT_ACCEPTABLE')
  exchange.mediaType = mediaType
}
