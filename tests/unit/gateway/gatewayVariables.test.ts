import { describe, expect, it } from '@jest/globals'
import { gatewayVariables } from '../../../gateway/gatewayVariables.ts'
import { renderVariables } from '../../../platform/renderVariables.ts'

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
})
