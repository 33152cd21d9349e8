import { z } from 'zod'
import type { EntryContent } from './EntryContent.ts'
import type { ChainedEntry } from './createChain.ts'

/** What an entry says. Throws for one that `createEntryRenderer` did not write. */
export function readEntry({ line }: ChainedEntry): EntryContent {
  return content.parse(JSON.parse(line.toString('utf8')))
}

const texts = z.array(z.string())
const content = z.object({
  at: z.string(),
  kind: z.string(),
  client: z.string(),
  subject: z.string(),
  office: z.string().optional(),
  purpose: z.string(),
  operation: z.string(),
  applicants: texts,
  classes: texts,
  agencies: z.array(z.object({ agency: z.string(), source: z.enum(['LIVE', 'CACHE', 'STALE', 'UNAVAILABLE']) })),
  correlationId: z.string(),
})
