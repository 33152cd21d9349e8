import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { commandVariables } from '../../../scripts/commandVariables.mjs'

const root = join(import.meta.dirname, '../../..')
const documented = readFileSync(join(root, 'docs/configuration.md'), 'utf8')

describe('the variables of the commands', () => {
  test.each(Object.entries(commandVariables))(
    'have a line of documentation for %s',
    (name, { description, allowed, fallback }) => {
      expect(documented).toContain(`| \`${name}\` | ${description} | ${allowed} | ${fallback} |`)
    },
  )

  test('are all that the scripts read, beside those of the gateway and the agencies', () => {
    const folder = join(root, 'scripts')
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const read = texts.flatMap((text) => [...text.matchAll(/\b(?:environment|process\.env)\.([A-Z_]+)/g)])
    const names = new Set(read.map(([, name = '']) => name))
    names.delete('PATH')
    expect(names.size).toBeGreaterThan(3)
    expect([...names].filter((name) => !documented.includes(`| \`${name}\` |`))).toEqual([])
  })
})
