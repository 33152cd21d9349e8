import type { Amount } from './Amount.ts'

/** What has no list in it has none of its own to carry about. */
export const noLists: Amount['lists'] = new Map()
