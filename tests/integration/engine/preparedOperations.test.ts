import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, executeSync, getOperationAST, parse, print, validate } from 'graphql'
import type { DocumentNode } from 'graphql'
import { restoreKeys } from '../../../gateway/plan/apollo/restoreKeys.ts'
import { createResponseKeys } from '../../../gateway/plan/prepare/createResponseKeys.ts'
import { prepareOperation } from '../../../gateway/plan/prepare/prepareOperation.ts'
import type { PreparedOperation } from '../../../gateway/plan/prepare/prepareOperation.ts'
import { literalOperations } from '../../support/literalOperations.ts'
import type { LiteralOperation } from '../../support/literalOperations.ts'
import { literalSchema } from '../../support/literalSchema.ts'

const schema = buildSchema(literalSchema)
const keys = createResponseKeys(schema)

/** Every leaf tells its field and what it was asked with; every object is a person. */
function answer(document: DocumentNode, variableValues: Readonly<Record<string, unknown>>): unknown {
  const { data, errors } = executeSync({
    schema,
    document,
    variableValues,
    typeResolver: () => 'Person',
    fieldResolver(_source, given: unknown, _context, { fieldName, returnType }) {
      const type = String(returnType)
      if (type === 'String') return `${fieldName} ${JSON.stringify(given)}`
      return type.startsWith('[') ? [{ given }, { given }] : { given }
    },
  })
  if (errors !== undefined) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '))
  return JSON.parse(JSON.stringify(data))
}

function read(query: string): DocumentNode | undefined {
  const document = parse(query)
  return validate(schema, document).length === 0 ? document : undefined
}

function prepare(document: DocumentNode): PreparedOperation {
  const definition = getOperationAST(document)
  if (!definition) throw new Error('no operation')
  return prepareOperation({ document, definition, hidden: undefined }, { schema, keys })
}

/** Runs the property for as many valid operations. */
function forValid(numRuns: number, property: (operation: LiteralOperation, document: DocumentNode) => void): void {
  fc.assert(
    fc.property(literalOperations, (operation) => {
      const document = read(operation.query)
      fc.pre(document !== undefined)
      property(operation, document)
    }),
    { numRuns, maxSkipsPerRun: 1_000 },
  )
}

describe('any prepared operation', () => {
  it('is valid, and is the document that its text says', () => {
    forValid(200, (_operation, document) => {
      const { document: prepared, text } = prepare(document)
      expect(validate(schema, prepared).map(({ message }) => message)).toEqual([])
      expect(print(parse(text))).toBe(text)
    })
  })

  it('has with its literals the answer of the original, under the client’s names', () => {
    forValid(200, ({ variables }, document) => {
      const operation = prepare(document)
      const { document: prepared, literals } = operation
      const sent = JSON.parse(JSON.stringify({ ...variables, ...literals })) as Record<string, unknown>
      const data = answer(prepared, sent) as Record<string, unknown>
      expect(restoreKeys(operation, { data, errors: [] }).data).toEqual(answer(document, variables))
    })
  })

  it('is the same when it is prepared of what it was prepared to', () => {
    forValid(200, (_operation, document) => {
      const once = prepare(document)
      const again = prepare(parse(once.text))
      expect(Object.keys(again.literals)).toEqual([])
      expect(again.clientKeys.size).toBe(once.clientKeys.size)
    })
  })
})
