import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { parse, print } from 'graphql'
import { tooLarge } from '../../../../gateway/operation/tooLarge.ts'
import { registerOperations } from '../../../../gateway/operation/registerOperations.ts'
import type { OperationFile, Registration } from '../../../../gateway/operation/registerOperations.ts'

const header = '# Purposes: service-delivery, self-access\n# For workers: all of it.\n'

function register(...files: readonly OperationFile[]): Registration {
  return registerOperations(files, () => undefined)
}

interface WrittenManifest {
  readonly operations: readonly { readonly id: string; readonly name: string; readonly body: string }[]
}

function manifestOf(...files: readonly OperationFile[]): WrittenManifest {
  return JSON.parse(register(...files).manifest) as WrittenManifest
}

describe('registering operations', () => {
  it('makes a manifest of what graphql-js prints, under its hash', () => {
    const text = `${header}query Own ($nik:ID) { applicant(nik: $nik) { ...Name } } fragment Name on Applicant { name }`
    const body = print(parse(text))
    expect(manifestOf({ name: 'Own', text })).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        {
          id: createHash('sha256').update(body).digest('hex'),
          name: 'Own',
          type: 'query',
          body,
          purposes: ['service-delivery', 'self-access'],
        },
      ],
    })
  })

  it('makes the same of the same files, in whatever order and however they are spaced', () => {
    const one = { name: 'A', text: `${header}query A { a }` }
    const other = { name: 'B', text: `${header}mutation B { b }` }
    const spaced = { name: 'B', text: `${header}\n\nmutation B {\n  b, # all of it\n}\n` }
    expect(register(one, other)).toEqual(register(spaced, one))
    expect(manifestOf(other, one).operations.map(({ name }) => name)).toEqual(['A', 'B'])
  })

  it.each([
    ['no purpose', '# For workers: all.\nquery A { a }', 'first line'],
    ['no header', 'query A { a }', 'first line'],
    ['no purpose above its reader', '# Purpose: reporting\n# For workers: all.\nquery A { a }', 'first line'],
    ['an unknown purpose', '# Purposes: reporting, curiosity\n# For workers: all.\nquery A { a }', 'first line'],
    ['a purpose twice', '# Purposes: reporting, reporting\n# For workers: all.\nquery A { a }', 'first line'],
    ['nobody whom it is for', '# Purposes: reporting\nquery A { a }', 'for whom'],
    ['no name', `${header}{ a }`, 'one operation with a name'],
    ['two operations', `${header}query A { a } query B { a }`, 'one operation with a name'],
    ['no operation', `${header}fragment A on Query { a }`, 'one operation with a name'],
    ['a subscription', `${header}subscription A { a }`, 'subscriptions'],
    ['the name of another file', `${header}query B { a }`, 'named after'],
    ['no GraphQL', `${header}query A {`, 'Syntax Error'],
  ])('says of a file with %s what is wrong', (_what, text, words) => {
    const { problems } = register({ name: 'A', text })
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^A\\.graphql: .*${words}`))])
  })

  it('refuses two of one name', () => {
    const file = { name: 'A', text: `${header}query A { a }` }
    expect(register(file, { ...file, text: `${header}query A { b }` }).problems).toEqual([
      'A.graphql: It has the name or the text of A.',
    ])
  })

  it('says everything that is wrong with an operation that may not run', () => {
    const { problems } = registerOperations([{ name: 'A', text: `${header}query A { a }` }], () => {
      throw new AggregateError([new Error('It is too large.'), new Error('It asks for nothing that there is.')])
    })
    expect(problems).toEqual(['A.graphql: It is too large. It asks for nothing that there is.'])
  })

  it.each([
    { asked: 612, says: 'The limit of its cost is 500, and it has 612.' },
    { asked: undefined, says: 'The limit of its cost is 500.' },
  ])('says which limit an operation exceeds, and by how much where that is known: $asked', ({ asked, says }) => {
    const { problems } = registerOperations([{ name: 'A', text: `${header}query A { a }` }], () => {
      throw tooLarge('cost', 500, asked)
    })
    expect(problems).toEqual([expect.stringContaining(says)])
  })
})
