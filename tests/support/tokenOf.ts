import type { DevelopmentUser } from '../../gateway/access/developmentUsers.ts'
import type { TestGateway } from './startGateway.ts'

/** A token of a gateway's own issuer. */
export async function tokenOf(gateway: TestGateway, user: DevelopmentUser): Promise<string> {
  const response = await fetch(`${gateway.origin}/dev/token?as=${user}`)
  return (await response.text()).trim()
}
