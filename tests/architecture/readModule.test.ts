import { describe, expect, test } from '@jest/globals'
import { readModule } from './readModule.ts'

const targets = (text: string): readonly string[] =>
  readModule({ path: 'gateway/plan/a.ts', text }).imports.map(({ target }) => target)

describe('readModule', () => {
  test.each([
    ['a named import', "import { b } from './b.ts'"],
    ['an import over several lines', "import {\n  b,\n  c,\n} from './b.ts'"],
    ['a namespace', "import * as b from './b.ts'"],
    ['an import for its effect', "import './b.ts'"],
    ['a type', "import type { B } from './b.ts'"],
    ['a re-export', "export { b } from './b.ts'"],
    ['a re-export of everything', "export * from './b.ts'"],
    ['an import in a function', "async function c() { return (await import('./b.ts')).b }"],
    ['an import in a type', "type C = readonly import('./b.ts').B[]"],
  ])('finds %s', (_what, text) => {
    expect(targets(text)).toEqual(['gateway/plan/b.ts'])
  })

  test('does not take text for an import', () => {
    expect(targets("// import { b } from './b.ts'\nexport const a = \"import { b } from './b.ts'\"")).toEqual([])
  })

  test('resolves the path of our own modules and leaves packages as they are', () => {
    expect(targets("import a from '../../platform/a.ts'; import b from 'node:fs'")).toEqual([
      'platform/a.ts',
      'node:fs',
    ])
  })

  test('knows imports that vanish with the types', () => {
    const text = "import type { B } from './b.ts'\nimport { c } from './c.ts'"
    expect(readModule({ path: 'a.ts', text }).imports).toEqual([
      { target: 'b.ts', ours: true, typeOnly: true, later: false },
      { target: 'c.ts', ours: true, typeOnly: false, later: false },
    ])
  })

  test('knows imports that happen later', () => {
    const [first] = readModule({ path: 'a.mjs', text: "await import('./b.mjs')" }).imports
    expect(first).toEqual({ target: 'b.mjs', ours: true, typeOnly: false, later: true })
  })

  test('throws on what is no module, for it cannot be judged', () => {
    expect(() => readModule({ path: 'a.ts', text: 'export const = 1' })).toThrow('a.ts does not parse.')
  })
})
