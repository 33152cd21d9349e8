import { describe, expect, it } from '@jest/globals'
import { gatewayVariables } from '../../../gateway/gatewayVariables.ts'
import { describeVariable } from '../../../platform/describeVariable.ts'
import { renderVariables } from '../../../platform/renderVariables.ts'
import { agencyVariables } from '../../../subgraphs/kit/agencyVariables.ts'
import { sharedVariables } from '../../../subgraphs/kit/sharedVariables.ts'

describe('the documentation of the variables', () => {
  const table = renderVariables(gatewayVariables)

  it('has a line with meaning, allowed values and default for each', () => {
    expect(table).toContain(
      '| `PORT` | Port of the graph; 0 takes a free one. | a whole number from 0 to 65535 | 4000 |',
    )
    const names = Object.keys(gatewayVariables.shape)
    expect(names.filter((name) => !table.includes(`| \`${name}\` | `))).toEqual([])
  })

  it('does not show the development secret', () => {
    expect(table).not.toContain('satu-atap-development-secret')
  })

  it('leaves no cell empty', () => {
    expect(table).not.toMatch(/\| +\|/)
  })

  it('lets a file hold whatever may hold a secret, and nothing else', () => {
    const schemas = [gatewayVariables, sharedVariables, agencyVariables]
    const marked = schemas.flatMap(({ shape }) =>
      Object.entries(shape).flatMap(([name, schema]) => (describeVariable(schema).sensitive ? [name] : [])),
    )
    const all = schemas.flatMap(({ shape }) => Object.keys(shape))
    expect(marked).toEqual(all.filter((name) => /SECRET|KEY$|^REDIS_URL$|DATABASE_URL$/.test(name)))
  })
})
