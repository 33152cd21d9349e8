import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Ledger } from '../../../../gateway/disclose/ledger/Ledger.ts'
import { makeDisclosure } from '../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../support/openTestLedger.ts'
import { runCommand } from '../../../support/runCommand.ts'

const root = join(import.meta.dirname, '../../../..')
const maria = '5318075205999001'
const yohanes = '5306030301019002'

const ledger = openTestLedger()
const variables = { LEDGER_PATH: ledger.directory, LEDGER_SECRET: ledger.secret }
const run = (given: readonly string[], input = '') => runCommand('ledgerCommand', given, { variables, input })

let gateway: Ledger
beforeAll(async () => {
  gateway = await ledger.open({ segmentBytes: 1000 })
  for (const applicants of [[maria], [yohanes], [yohanes, maria]])
    await gateway.append(makeDisclosure({ applicants, operation: `Of${applicants.length}` }))
})
afterAll(async () => {
  await gateway.close()
  ledger.remove()
})

describe('npm run ledger', () => {
  it('verify says while the gateway runs that the ledger is whole', async () => {
    expect(await run(['verify'])).toEqual({
      status: 0,
      errors: '',
      output: expect.stringMatching(
        /^The ledger is whole: 3 entries in 2 segments \(1 to 2\)\.\nFrom 2026-07-01T03:00:00\.000Z to .+\nThe last entry is 3, its hash .+\n$/,
      ),
    })
    expect((await run(['verify', '--from', '2'])).output).toContain('1 entry in 1 segment (2 to 2)')
  })

  it('who-saw says who saw a person, also from standard input', async () => {
    const ended = await run(['who-saw', maria])
    expect([ended.status, ended.errors]).toEqual([0, ''])
    expect(ended.output).toMatch(
      /^2026-07-01T03:00:00\.000Z\n {2}who {13}LTSA_OFFICER, client ntt-desk, subject officer-7, office LTSA-53\n/,
    )
    expect(ended.output.match(/operation .*/g)).toEqual(['operation       Of1', 'operation       Of2'])
    expect(ended.output).toMatch(/\n2 answers with records of this person\.\n$/)
    expect(ended.output).not.toMatch(/\d{16}/)
    expect(await run(['who-saw', '-'], `${maria}\n`)).toEqual(ended)
    expect((await run(['who-saw', '5302016009889006'])).output).toBe('0 answers with records of this person.\n')
  })

  it.each([
    ['another secret', 'a-secret-that-the-ledger-was-not-written-with'],
    ['no secret', ''],
  ])('who-saw tells no count with %s, since it finds nobody whoever was seen', async (_what, secret) => {
    const options = { variables: { ...variables, LEDGER_SECRET: secret } }
    const { status, output, errors } = await runCommand('ledgerCommand', ['who-saw', maria], options)
    expect([status, output]).toEqual([1, expect.stringMatching(/^How many answers .+ is not known: [^\d]+\n$/)])
    expect(errors).toMatch(/^The ledger is not whole/)
  })

  it.each([
    ['no command', []],
    ['another command', ['forget', maria]],
    ['no NIK', ['who-saw']],
    ['more than one NIK', ['who-saw', maria, yohanes]],
    ['a segment that is none', ['verify', '--from', 'two']],
    ['no segment', ['verify', '--from']],
    ['another option', ['verify', '--to', '2']],
  ])('refuses %s and says what the commands are', async (_what, given) => {
    const { status, output, errors } = await run(given)
    expect([status, output]).toEqual([1, ''])
    expect(errors).toMatch(/^The commands are:\n.+verify.+\n.+who-saw/)
    expect(errors).not.toMatch(/\d{16}/)
  })

  it('refuses a malformed NIK without showing it', async () => {
    const malformed = '5318075299999001'
    for (const ended of [await run(['who-saw', malformed]), await run(['who-saw', '-'], malformed)]) {
      expect([ended.status, ended.output]).toEqual([1, ''])
      expect(ended.errors).toMatch(/^A NIK has 16 digits[^\d]*\d/)
      expect(ended.errors).not.toContain(malformed)
    }
  })

  it('says in one sentence that there is no such directory, or that a variable is wrong', async () => {
    const nowhere = { ...variables, LEDGER_PATH: join(ledger.directory, 'nowhere') }
    expect(await runCommand('ledgerCommand', ['verify'], { variables: nowhere })).toEqual({
      status: 1,
      output: '',
      errors: 'LEDGER_PATH cannot be read (ENOENT).\n',
    })
    const short = { ...variables, LEDGER_SECRET: 'short' }
    expect((await runCommand('ledgerCommand', ['verify'], { variables: short })).errors).toMatch(/^LEDGER_SECRET has/)
  })

  it('who-saw says what is not here, where earlier segments were archived', async () => {
    const archived = openTestLedger()
    await archived.fill(4, 1)
    for (const segment of [1, 2]) rmSync(archived.segment(segment))
    const options = { variables: { LEDGER_PATH: archived.directory, LEDGER_SECRET: archived.secret } }
    const { status, output } = await runCommand('ledgerCommand', ['who-saw', yohanes], options)
    expect([status, output]).toEqual([
      0,
      '0 answers with records of this person from entry 3 on. What is before segment 3 is not here, and was not read.\n',
    ])
    archived.remove()
  })

  it('ends quietly where nobody reads on', async () => {
    const long = openTestLedger()
    const open = await long.open()
    const entries = Array.from({ length: 2_000 }, () => open.append(makeDisclosure({ applicants: [maria] })))
    await Promise.all(entries)
    await open.close()
    const command = `"${process.execPath}" gateway/ledgerCommand.ts who-saw ${maria} | head -1`
    const env = { PATH: process.env['PATH'], LEDGER_PATH: long.directory, LEDGER_SECRET: long.secret }
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, env, encoding: 'utf8' })
    expect([stdout.trimEnd().split('\n'), stderr]).toEqual([[expect.stringMatching(/^2026/)], ''])
    long.remove()
  })

  it.each([['verify'], ['who-saw', maria]])('tells a ledger from a directory that holds none: %s', async (...given) => {
    const empty = mkdtempSync(join(tmpdir(), 'satu-atap-empty-'))
    const options = { variables: { LEDGER_PATH: empty, LEDGER_SECRET: ledger.secret } }
    const { status, output, errors } = await runCommand('ledgerCommand', given, options)
    expect([status, output]).toEqual([1, expect.not.stringMatching(/\d/)])
    expect(errors).toContain('There is no ledger in LEDGER_PATH.\n')
    rmSync(empty, { recursive: true })
  })

  it('verify exits with 1 and says which entry was changed, and who-saw that there may be more', async () => {
    const changed = openTestLedger()
    const open = await changed.open()
    for (const operation of ['One', 'Two', 'Three']) await open.append(makeDisclosure({ operation }))
    await open.close()
    const path = join(changed.directory, '000001.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"Two"', '"Six"'))
    const options = { variables: { LEDGER_PATH: changed.directory, LEDGER_SECRET: changed.secret } }
    const flaw = 'Entry 2 was changed, or something was put in front of it.\n'
    expect(await runCommand('ledgerCommand', ['verify'], options)).toEqual({
      status: 1,
      output: '',
      errors: `The ledger is not whole.\n${flaw}`,
    })
    const { status, output, errors } = await runCommand('ledgerCommand', ['who-saw', maria], options)
    expect([status, errors]).toEqual([
      1,
      `The ledger is not whole, so there may be more: npm run ledger -- verify\n${flaw}`,
    ])
    expect(output.match(/operation .*/g)).toHaveLength(2)
    expect(output).toMatch(/\nHow many answers had records of this person is not known: .+\n$/)
    expect(output).not.toMatch(/\d answers?/)
    rmSync(changed.directory, { recursive: true })
    changed.remove()
  })
})
