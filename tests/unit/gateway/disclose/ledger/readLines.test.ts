import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { longestLine } from '../../../../../gateway/disclose/ledger/longestLine.ts'
import { readLines } from '../../../../../gateway/disclose/ledger/readLines.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'satu-atap-lines-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function read(content: string) {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  const lines: { readonly length: number; readonly offset: number }[] = []
  const rest = await readLines(path, (line, offset) => lines.push({ length: line.length, offset }))
  return { lines, rest }
}

describe('a file of lines', () => {
  it('is read with the place of each line, and with what has no end', async () => {
    expect(await read('one\n\nthree\nfo')).toEqual({
      lines: [
        { length: 3, offset: 0 },
        { length: 0, offset: 4 },
        { length: 5, offset: 5 },
      ],
      rest: { offset: 11, bytes: 2 },
    })
  })

  it('is read whole where lines go over the pieces that it is read in', async () => {
    const long = 'x'.repeat(longestLine - 1)
    expect(await read(`${long}\n${long}\n`)).toEqual({
      lines: [
        { length: longestLine - 1, offset: 0 },
        { length: longestLine - 1, offset: longestLine },
      ],
      rest: { offset: 2 * longestLine, bytes: 0 },
    })
  })

  it('is handed over in pieces where it is one line without an end', async () => {
    const { lines, rest } = await read('x'.repeat(longestLine * 5))
    expect(Math.max(rest.bytes, ...lines.map(({ length }) => length))).toBeLessThan(longestLine * 2)
    expect(lines.reduce((sum, { length }) => sum + length, rest.bytes)).toBe(longestLine * 5)
  })

  it.each([
    ['and ends there', ''],
    ['whatever stands behind it', `${' '.repeat(300_000)}one\ntwo\n`],
  ])('is read as far as its room, %s', async (_what, behind) => {
    const lines = [{ length: 3, offset: 0 }]
    expect(await read(`one\n two\n${behind}`)).toEqual({ lines, rest: { offset: 4, bytes: 0 } })
    expect(await read(`one\ntw \n${behind}`)).toEqual({ lines, rest: { offset: 4, bytes: 2 } })
  })

  it('is read as far as its room where that begins in a later piece', async () => {
    const long = 'x'.repeat(longestLine - 1)
    expect(await read(`${long}\n${long}\n${long} \n`)).toMatchObject({
      lines: { length: 2 },
      rest: { offset: 2 * longestLine, bytes: longestLine - 1 },
    })
  })
})
