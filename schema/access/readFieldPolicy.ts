import type { ConstDirectiveNode } from 'graphql'
import { z } from 'zod'
import { readArguments } from '../../platform/readArguments.ts'
import { readDirective } from '../../platform/readDirective.ts'
import type { FieldPolicy } from './FieldPolicy.ts'
import { classes } from './classes.ts'
import { masks } from './masks.ts'
import type { Mask } from './masks.ts'

const rule = z.object({
  scope: z.string(),
  purposes: z.array(z.string()).optional(),
  mask: z.custom<Mask>((name) => typeof name === 'string' && Object.hasOwn(masks, name)).optional(),
})
const classified = z.object({ as: z.enum(classes) })

/** What the directives of a field in a supergraph say of who may see it. A rule that cannot be read opens nothing. */
export function readFieldPolicy(directives: readonly ConstDirectiveNode[] = []): FieldPolicy {
  const rules = directives
    .filter(({ name }) => name.value === 'access')
    .map((one) => rule.safeParse(readArguments(one)))
  const given = classified.safeParse(readDirective(directives, 'classified'))
  return {
    rules: rules.flatMap(({ data }) => (data === undefined ? [] : [{ purposes: undefined, mask: undefined, ...data }])),
    classified: given.data?.as ?? 'SPECIFIC',
  }
}
