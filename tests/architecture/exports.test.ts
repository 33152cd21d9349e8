import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findExportProblems } from './rules/findExportProblems.ts'

const problemsOf = (path: string, text: string): readonly string[] => findExportProblems([{ path, text }])

describe('a file is named after its one export', () => {
  test('in this project', () => {
    expect(findExportProblems(readProject())).toEqual([])
  })

  test.each([
    ['a function', 'platform/digestBody.ts', 'export function digestBody(): void {}'],
    [
      'an overloaded function',
      'platform/read.ts',
      'export function read(a: 1): 1\nexport function read(a: unknown): unknown { return a }',
    ],
    ['a class', 'gateway/cache/Breaker.ts', 'export class Breaker {}'],
    ['a constant with its types', 'platform/errors.ts', 'export type Code = 1\nexport const errors = {}'],
    ['a constant exported below', 'platform/errors.ts', 'const errors = {}\nexport { errors }'],
    [
      'types, one of which it is named after',
      'platform/Logger.ts',
      'export type Level = 1\nexport interface Logger {}',
    ],
    ['a script', 'scripts/freePort.mjs', 'export async function freePort() {}'],
    ['an agency under its name', 'subgraphs/police-clearance/index.ts', 'export const policeClearance = {}'],
    ['nothing, for it is an entry', 'subgraphs/main.ts', 'process.exitCode = 0'],
  ])('%s', (_what, path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  test.each([
    ['two functions', 'platform/a.ts', 'export function a() {}\nexport function b() {}'],
    ['two constants of one declaration', 'platform/a.ts', 'export const a = 1, b = 2'],
    ['a constant beside a class', 'platform/A.ts', 'export class A {}\nexport const b = 2'],
    ['another name', 'platform/a.ts', 'export const b = 2'],
    ['only types of other names', 'platform/A.ts', 'export interface B {}'],
    ['a default', 'platform/a.ts', 'export default function a() {}'],
    ['a destructuring', 'platform/a.ts', 'export const { a } = { a: 1 }'],
    ["another module's export", 'platform/a.ts', "export { a } from './b.ts'"],
    ["all of another module's exports", 'gateway/index.ts', "export * from './server.ts'"],
  ])('not %s', (_what, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1)
  })
})
