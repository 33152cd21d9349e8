import type { FormattedExecutionResult } from 'graphql'
import { createCallSigner } from '../../platform/createCallSigner.ts'
import { headers } from '../../platform/headers.ts'
import type { AgencyName } from '../../subgraphs/kit/AgencyName.ts'
import { everyScope } from '../../schema/access/everyScope.ts'

/** A running agency and what a call to it is signed with. */
export interface AgencyTarget {
  readonly url: string
  readonly agency: AgencyName
  readonly callKey: string
  /** The clock the agency was started with. */
  readonly clock: () => number
}

/** What is asked; variables are JSON values. */
export interface AgencyQuestion {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface AgencyReply<Data> extends FormattedExecutionResult<Data> {
  readonly status: number
}

/** Asks an agency as the gateway does, with a call token and a signature. What `Data` says of the answer is the test's to know. */
export async function callAgency<Data>(target: AgencyTarget, question: AgencyQuestion): Promise<AgencyReply<Data>> {
  const body = JSON.stringify(question)
  const sign = createCallSigner({ key: target.callKey, agency: target.agency, clock: target.clock })
  const { token, signature } = sign({ subject: 'test', purpose: 'service-delivery', scopes: [everyScope] }, body)
  const response = await fetch(target.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [headers.callToken]: `Bearer ${token}`,
      [headers.callSignature]: signature,
    },
    body,
  })
  const result = (await response.json()) as FormattedExecutionResult<Data>
  return { status: response.status, ...result }
}
