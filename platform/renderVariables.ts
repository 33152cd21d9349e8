import type { z } from 'zod'
import { describeVariable } from './describeVariable.ts'

/** A Markdown table of the variables of a schema, in its order: name behind the prefix, meaning, what is allowed, default. */
export function renderVariables(schema: z.ZodObject, prefix = ''): string {
  const rows = Object.entries(schema.shape).map(([name, variable]) => {
    const { description, allowed, fallback = 'none', sensitive } = describeVariable(variable)
    const file = sensitive ? `; or \`${prefix}${name}_FILE\`, a file with it` : ''
    return [`\`${prefix}${name}\``, description, `${allowed}${file}`, fallback]
  })
  const head = ['Variable', 'Meaning', 'Allowed', 'Default']
  return [head, head.map(() => '---'), ...rows].map(renderRow).join('\n') + '\n'
}

function renderRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
