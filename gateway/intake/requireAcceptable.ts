import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import { oncePerText } from '../../platform/oncePerText.ts'
import { chooseMediaType } from './chooseMediaType.ts'

/** The stage that refuses a client which takes none of our media types, before anything is done for it. */
export function requireAcceptable() {
  const choose = oncePerText(chooseMediaType)
  return function requireOne({ headers, exchange }: FastifyRequest): void {
    const mediaType = choose(headers.accept)
    if (mediaType === null) throw fault('NOT_ACCEPTABLE')
    exchange.mediaType = mediaType
  }
}
