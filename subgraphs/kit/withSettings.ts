/**
 * What the server is told of each connection. It notices within so many milliseconds that nobody waits for a statement any more:
 * without, the statement would go on, wait for a lock, and take one of the server's connections for as long as that lasts. A client
 * whose route is gone it lets go of within half a minute, since a role has few connections: of one that is silent by keepalives, of
 * one that owes it a receipt for what it sent, for which TCP asks no keepalives, by the last.
 */
const settings = [
  'TimeZone=UTC',
  'client_connection_check_interval=100',
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=25000',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** The URL of a database, with what its server is told of each connection. Options that it has of its own stay, but ours hold. */
export function withSettings(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', `${address.searchParams.get('options') ?? ''} ${settings}`.trim())
  return address.href
}
