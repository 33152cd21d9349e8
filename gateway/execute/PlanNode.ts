/** How an operation is answered: which agencies are asked for what, and in which order. Plain data, so that it can be sent. */
export type PlanNode = SequencePlan | ParallelPlan | FetchPlan | LookupPlan

export interface SequencePlan {
  readonly kind: 'sequence'
  readonly nodes: readonly PlanNode[]
}

export interface ParallelPlan {
  readonly kind: 'parallel'
  readonly nodes: readonly PlanNode[]
}

/** One question to one agency. */
export interface FetchPlan {
  readonly kind: 'fetch'
  readonly agency: string
  /** Where the objects stand that the answer belongs to: response keys, and `@` for each item of a list. */
  readonly path: readonly string[]
  readonly query: string
  /** The client's variables that the text uses. */
  readonly variables: readonly string[]
  /** What names each object to the agency; null for a fetch of root fields. */
  readonly requires: readonly Requirement[] | null
  readonly inputRewrites: readonly Rewrite[]
  readonly outputRewrites: readonly Rewrite[]
  /** The variables of the text that are not the client's. */
  readonly contextual: readonly ContextualArgument[]
}

/** A variable with a value of what an object stands in (Federation's `@fromContext`). */
export interface ContextualArgument {
  readonly variable: string
  /** How many response keys above the object the value is looked for. */
  readonly up: number
  /** Fields from there, and `... on Type` for objects of that type alone. A variable may have a way for each of several types. */
  readonly path: readonly string[]
}

/**
 * Entities that the operation's arguments name, so that all agencies can be asked for them at once. Whether one of them exists
 * is for its owner to say.
 */
export interface LookupPlan {
  readonly kind: 'lookup'
  readonly seeds: readonly Seed[]
}

/** An entity of which the key is known before anybody was asked. */
export interface Seed {
  /** Where it stands: a response key of the root. */
  readonly at: string
  readonly type: string
  /** The variable that has the value of each key field. */
  readonly key: readonly { readonly field: string; readonly variable: string }[]
  /** Asks the agency that knows whether it exists, by the root field alone. */
  readonly owner: FetchPlan
  /** What others can be asked of it with the key alone. */
  readonly others: readonly PlanNode[]
}

/** A part of a representation. */
export type Requirement = RequiredField | RequiredFragment

export interface RequiredField {
  readonly kind: 'field'
  /** The response key under which it is read. */
  readonly key: string
  /** What the agency calls it. */
  readonly name: string
  readonly selections: readonly Requirement[] | null
}

export interface RequiredFragment {
  readonly kind: 'fragment'
  readonly on: string
  readonly selections: readonly Requirement[]
}

/** A change of a representation before it is sent, or of an entity after it came. */
export interface Rewrite {
  /** Response keys, and `... on Type` for objects of that type alone; the last one is the key that changes. */
  readonly path: readonly string[]
  /** Sets the key to a value, or moves what stands there to another key. */
  readonly change: { readonly set: unknown } | { readonly rename: string }
}
