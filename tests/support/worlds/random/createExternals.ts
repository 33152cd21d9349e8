export interface Externals {
  readonly all: ReadonlyMap<string, ReadonlySet<string>>
  readonly add: (agency: string, type: string, field: string) => void
  readonly has: (agency: string, type: string, field: string) => boolean
}

/** Remembers by `agency Type` the fields that are there for what others make of them alone. */
export function createExternals(): Externals {
  const all = new Map<string, Set<string>>()
  return {
    all,
    add(agency, type, field) {
      const key = `${agency} ${type}`
      all.set(key, (all.get(key) ?? new Set()).add(field))
    },
    has: (agency, type, field) => all.get(`${agency} ${type}`)?.has(field) === true,
  }
}
