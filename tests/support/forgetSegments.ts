import { createHmac } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChain } from '../../gateway/disclose/ledger/createChain.ts'
import { deriveLedgerKeys } from '../../gateway/disclose/ledger/deriveLedgerKeys.ts'
import { headPath } from '../../gateway/disclose/ledger/headPath.ts'

/** Writes a ledger anew as the first version did: its entries do not say in which segment they stand. */
export function forgetSegments(directory: string, secret: string): void {
  const key = deriveLedgerKeys(secret).chain
  let last = { sequence: 0, hash: 'A'.repeat(43) }

  function relink(line: string): string {
    const text = line
      .replace(/"previous":"[\w-]+","segment":\d+,"first":\d+,/, `"previous":"${last.hash}",`)
      .replace(/,"hash":"[\w-]+"\}$/, '')
    last = { sequence: last.sequence + 1, hash: createHmac('sha256', key).update(text).digest('base64url') }
    return `${text},"hash":"${last.hash}"}\n`
  }

  const names = readdirSync(directory).filter((name) => name.endsWith('.jsonl'))
  for (const name of names.toSorted()) {
    const lines = readFileSync(join(directory, name), 'utf8').trimEnd().split('\n')
    writeFileSync(join(directory, name), lines.map(relink).join(''))
  }
  writeFileSync(headPath(directory), createChain(key).writeHead(last))
}
