import { describe, expect, test } from '@jest/globals'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { insertRows } from '../../../../subgraphs/kit/insertRows.ts'

interface Sent {
  readonly text: string
  readonly rows: readonly unknown[]
}

function recordStatements(): { readonly database: Database; readonly sent: readonly Sent[] } {
  const sent: Sent[] = []
  const database: Database = {
    query(text, values = []) {
      sent.push({ text, rows: JSON.parse(String(values[0])) as unknown[] })
      return Promise.resolve([])
    },
    runScript: () => Promise.resolve(),
    transaction: (work) => work(database),
    close: () => Promise.resolve(),
  }
  return { database, sent }
}

describe('inserting rows', () => {
  test('names the columns and gives all rows in one parameter', async () => {
    const { database, sent } = recordStatements()
    await insertRows(database, 'passport', [
      { nik: '1', number: "X'; DROP TABLE passport; --" },
      { nik: '2', number: 'X2' },
    ])
    expect(sent).toEqual([
      {
        text: 'INSERT INTO passport (nik, number) SELECT nik, number FROM jsonb_populate_recordset(NULL::passport, $1)',
        rows: [
          { nik: '1', number: "X'; DROP TABLE passport; --" },
          { nik: '2', number: 'X2' },
        ],
      },
    ])
  })

  test('sends a thousand at a time, with one text, so that it is prepared once', async () => {
    const { database, sent } = recordStatements()
    await insertRows(
      database,
      'passport',
      Array.from({ length: 2001 }, (_, id) => ({ id })),
    )
    expect(sent.map(({ rows }) => rows.length)).toEqual([1000, 1000, 1])
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1)
  })

  test('sends nothing for no rows', async () => {
    const { database, sent } = recordStatements()
    await insertRows(database, 'passport', [])
    expect(sent).toEqual([])
  })
})
