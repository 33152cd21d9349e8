import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import { readEnvironment } from '../../../platform/readEnvironment.ts'
import { variable } from '../../../platform/variable.ts'

const schema = z.object({
  PORT: variable.wholeNumber({ min: 1, max: 9 }, { description: 'A port.' }).default(4),
  KEY: variable.secret({ description: 'A key.' }),
})
const key = 'k'.repeat(32)

describe('reading the environment', () => {
  it('answers typed values, frozen, and nothing that is not declared', () => {
    const values = readEnvironment(schema, { PORT: '7', KEY: key, HOME: '/root' })
    expect(values).toEqual({ PORT: 7, KEY: key })
    expect(Object.isFrozen(values)).toBe(true)
  })

  it('takes the default for what is absent or empty', () => {
    expect(readEnvironment(schema, { PORT: '', KEY: key }).PORT).toBe(4)
    expect(readEnvironment(schema, { PORT: undefined, KEY: key }).PORT).toBe(4)
  })

  it('names every wrong variable and what is allowed, never what was given', () => {
    const read = (): unknown => readEnvironment(schema, { PORT: '12', KEY: 'short' })
    expect(read).toThrow(EnvironmentError)
    expect(read).toThrow(
      'PORT has a value that is not allowed. Allowed is a whole number from 1 to 9.\n' +
        'KEY has a value that is not allowed. Allowed is a secret of at least 32 characters.',
    )
    expect(read).not.toThrow('short')
  })

  it('tells a missing variable from a wrong one', () => {
    expect(() => readEnvironment(schema, {})).toThrow(
      'KEY is not set and has no default here. Set it to a secret of at least 32 characters.',
    )
  })

  it('finds each name behind the prefix, and says it so', () => {
    expect(readEnvironment(schema, { HEALTH_PORT: '2', PORT: '3', HEALTH_KEY: key }, 'HEALTH_').PORT).toBe(2)
    expect(() => readEnvironment(schema, { HEALTH_PORT: 'x', KEY: key }, 'HEALTH_')).toThrow(
      /^HEALTH_PORT has a value .*\nHEALTH_KEY is not set/,
    )
  })
})
