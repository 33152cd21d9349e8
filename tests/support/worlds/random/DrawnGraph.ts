/** A random graph, before it is SDL and a world: who knows what of what. */
export interface DrawnGraph extends Layout {
  readonly entities: readonly DrawnEntity[]
  /** By agency, the types that its union has. */
  readonly members: Members
  readonly roots: readonly DrawnField[]
  /** By agency, the fields that the interface has there. */
  readonly interfaceFields: ReadonlyMap<string, readonly DrawnField[]>
  /** The fields that strangers add to the interface. */
  readonly strangerFields: readonly DrawnField[]
  /** By `agency Type`, the fields that are there for what others make of them alone. */
  readonly externals: ReadonlyMap<string, ReadonlySet<string>>
  /** By `agency Type.field`, the field that is provided inside. */
  readonly provisions: ReadonlyMap<string, string>
  /** By `Type.field`, what more than one agency answers because one of them provides it. */
  readonly provided: ReadonlySet<string>
  readonly lookups: readonly DrawnLookup[]
  /** Root fields that change something; none in a graph that only answers. */
  readonly context: DrawnContext | undefined
  readonly mutations: readonly DrawnField[]
}

/** What objects stand in: an argument of fields of `K` at one agency takes its value from there. */
export interface DrawnContext {
  readonly agency: string
  /** Of the argument. */
  readonly type: string
  /** By type that it is taken from, the field. */
  readonly sources: ReadonlyMap<string, string>
}

export type Members = ReadonlyMap<string, readonly string[]>

/** Which agencies there are, and who of them knows the interface as an object. */
export interface Layout {
  readonly agencies: readonly string[]
  readonly strangers: ReadonlySet<string>
  /** Whether the interface has a key, without which nobody can know it as an object. */
  readonly isKeyed: boolean
}

export interface DrawnEntity {
  readonly name: string
  /** By agency that knows it, its keys there. */
  readonly at: ReadonlyMap<string, readonly string[]>
  readonly fields: readonly DrawnField[]
  /** Whether it is one of the interface's types. */
  readonly isImplementing: boolean
}

export interface DrawnField {
  readonly name: string
  readonly type: string
  /** With their parentheses; empty for none. */
  readonly args: string
  /** The types of the objects that it holds. */
  readonly concrete: readonly string[]
  /** The agencies that answer it. */
  readonly owners: readonly string[]
  readonly overriddenFrom?: string
  readonly requires?: string
  /** Whether it takes an argument from what its object stands in. */
  readonly isContextual?: boolean
}

/** A root field of one agency that finds an entity by one of its keys. */
export interface DrawnLookup {
  readonly agency: string
  readonly name: string
  readonly type: string
  readonly key: readonly string[]
}
