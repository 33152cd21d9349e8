import { describe, expect, it } from '@jest/globals'
import { createQuietLogger } from '../../../../../gateway/plan/apollo/createQuietLogger.ts'
import { createLogger } from '../../../../../platform/createLogger.ts'

describe('the logger of the GraphQL library', () => {
  it('tells that there is a warning or an error, and never what it says', () => {
    const lines: string[] = []
    const logger = createLogger({ name: 'test', level: 'debug', destination: { write: (line) => lines.push(line) } })
    const quiet: Record<'debug' | 'info' | 'warn' | 'error', (message: string) => void> = createQuietLogger(logger)
    for (const level of ['debug', 'info', 'warn', 'error'] as const) quiet[level]('Maria 5318075205999001')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'warn', msg: 'the GraphQL library warned' }),
      expect.objectContaining({ level: 'error', msg: 'the GraphQL library reported an error' }),
    ])
    expect(lines.join()).not.toContain('Maria')
  })
})
