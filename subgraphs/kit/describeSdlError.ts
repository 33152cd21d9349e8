import { errorCauses } from '@apollo/federation-internals'
import type { GraphQLError } from 'graphql'

/** Mistakes that are told; what comes behind them often follows from them. */
const most = 3

/**
 * What GraphQL says of an SDL, in one line, each mistake with its file and line where it has one; undefined for an error that is not
 * of the SDL. An SDL holds nothing about anybody, so that its words may be shown.
 */
export function describeSdlError(error: unknown): string | undefined {
  const causes = error instanceof Error ? errorCauses(error) : undefined
  if (causes === undefined) return undefined
  const told = causes.slice(0, most).map(describeCause)
  return [...told, ...(causes.length > most ? [`And ${causes.length - most} more.`] : [])].join(' ')
}

function describeCause({ message, locations, source }: GraphQLError): string {
  const line = locations?.[0]?.line
  const place = line === undefined ? '' : `${source?.name ?? 'SDL'}, line ${line}: `
  // A subgraph that is built by itself has no name for Apollo's library, which says so.
  const text = message.replace('[<unnamed>] ', '').replaceAll(/\s+/g, ' ')
  return `${place}${text.replace(/\.?$/, '.')}`
}
