import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
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

describe('reading a secret from a file', () => {
  let folder: string
  let path: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'satu-atap-environment-'))
    path = join(folder, 'key')
    writeFileSync(path, `${key}\n`)
    writeFileSync(join(folder, 'short'), 'hunter2')
    writeFileSync(join(folder, 'empty'), '')
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes the content for the value, without the newline at its end', () => {
    expect(readEnvironment(schema, { KEY_FILE: path })).toEqual({ PORT: 4, KEY: key })
    expect(readEnvironment(schema, { KEY: '', KEY_FILE: path }).KEY).toBe(key)
    expect(readEnvironment(schema, { KEY: key, KEY_FILE: '' }).KEY).toBe(key)
    expect(readEnvironment(schema, { HEALTH_KEY_FILE: path }, 'HEALTH_').KEY).toBe(key)
  })

  it('refuses a value and a file beside it, though they were the same', () => {
    const read = (): unknown => readEnvironment(schema, { KEY: key, KEY_FILE: path })
    expect(read).toThrow(EnvironmentError)
    expect(read).toThrow(/^KEY and KEY_FILE are both set\. Allowed is one of them\.$/)
  })

  it.each([
    [
      'short',
      /^KEY_FILE names a file with a value that is not allowed\. Allowed is a secret of at least 32 characters\.$/,
    ],
    ['empty', /^KEY_FILE names a file that is empty\. Allowed is a file that holds KEY\.$/],
    ['nowhere', /^KEY_FILE names a file that cannot be read\. Allowed is a file that holds KEY\.$/],
  ])('refuses a file that is %s, and says of it nothing but the variable', (name, message) => {
    const read = (): unknown => readEnvironment(schema, { KEY_FILE: join(folder, name) })
    expect(read).toThrow(EnvironmentError)
    expect(read).toThrow(message)
  })

  it('names the variable with its prefix, and everything else that is wrong besides', () => {
    const source = { HEALTH_KEY_FILE: join(folder, 'empty'), HEALTH_PORT: 'x' }
    expect(() => readEnvironment(schema, source, 'HEALTH_')).toThrow(
      /^HEALTH_KEY_FILE names.*HEALTH_KEY\.\nHEALTH_PORT has/,
    )
  })

  it('reads no file for what is no secret', () => {
    expect(readEnvironment(schema, { PORT_FILE: path, KEY: key }).PORT).toBe(4)
  })
})
