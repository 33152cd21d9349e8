/** What is sent, in words and in fact, and what has to come of it. */
export type AttackRow = readonly [what: string, attack: Attack, outcome: Outcome]

/** By itself, a body is posted as JSON to the graph; without one, it is a GET. */
export interface Attack {
  readonly body?: unknown
  readonly method?: string
  readonly search?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal with a status and a code, or data as if nothing were. */
export type Outcome = Refusal | { readonly data: unknown }

export type Refusal = readonly [status: number, code: string]
