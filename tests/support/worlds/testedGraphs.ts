import type { TestedGraph } from './TestedGraph.ts'
import { accounts } from './graphs/accounts.ts'
import { names } from './graphs/names.ts'
import { registry } from './graphs/registry.ts'
import { shapes } from './graphs/shapes.ts'
import { shop } from './graphs/shop.ts'
import { things } from './graphs/things.ts'

/** The graphs that our engine is held against the truth on, each by what it is about: Apollo's planner is wrong on them. */
export const testedGraphs: Readonly<Record<string, TestedGraph>> = {
  'interface objects': things,
  'types that one tells more of than another': shapes,
  'what is required of others': shop,
  'mutations in sequence': accounts,
  'lookups by key': registry,
  'names that mean something to others': names,
}
