import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { findUncomposed } from '../../../../schema/composition/findUncomposed.ts'

const used = `
  directive @access(scope: String! @deprecated) on FIELD_DEFINITION
  type Query { a(b: ID @is(field: "b")): Person @lookup @access(scope: "x") @cacheControl(maxAge: 1) }
  type Person @record(of: "b") @key(fields: "b") { b: ID }`

describe('findUncomposed', () => {
  it('finds each directive of this project that composition leaves out, once', () => {
    const sdl = `extend schema @composeDirective(name: "@access") @composeDirective(name: "@other") ${used}`
    expect(findUncomposed('own', parse(`${sdl} type Paper @record(of: "c") { c: ID }`))).toEqual([
      'own: @is has no effect until it is imported, and named in @composeDirective.',
      'own: @lookup has no effect until it is imported, and named in @composeDirective.',
      'own: @record has no effect until it is imported, and named in @composeDirective.',
    ])
  })

  it('knows it under the name that it is imported as', () => {
    const link = '@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
    const named = ['access', 'is', 'lookup', 'record'].map((name) => `@federation__composeDirective(name: "@${name}")`)
    expect(findUncomposed('own', parse(`extend schema ${link} ${named.join(' ')} ${used}`))).toEqual([])
  })

  it.each([
    ['import: [{ name: "@record", as: "@file" }, "@access"]', '@file'],
    ['import: ["@access"], as: "ours"', '@ours__record'],
    ['import: ["@access"]', '@access__record'],
  ])('finds one that has another name here: %s', (imports, as) => {
    const sdl = `extend schema @link(url: "https://satu-atap.example/access/v1.0", ${imports})
      @composeDirective(name: "${as}") type Person ${as}(of: "b") { b: ID }`
    expect(findUncomposed('own', parse(sdl))).toEqual([`own: ${as} has no effect: import @record under its own name.`])
  })

  it('finds none where all are named', () => {
    const named = ['access', 'is', 'lookup', 'record'].map((name) => `@composeDirective(name: "@${name}")`)
    expect(findUncomposed('own', parse(`extend schema ${named.join(' ')} ${used}`))).toEqual([])
  })
})
