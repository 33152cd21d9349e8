import { describe, expect, it } from '@jest/globals'
import { chooseMediaType } from '../../../../gateway/intake/chooseMediaType.ts'

const json = 'application/json'
const graphql = 'application/graphql-response+json'

describe('the media type of an answer', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    [graphql, graphql],
    ['Application/JSON', json],
    ['application/graphql-response+json; charset=utf-8', graphql],
    ['application/graphql-response+json; charset=UTF-8', graphql],
    ['application/json; Charset="UTF-8"', json],
    ['application/json;charset=utf8', json],
    ['application/json;charset=utf-16', null],
    ['application/json;charset="utf-16"', null],
    ['application/json;q=0.5;charset=iso-8859-1', null],
    ['application/json;charset=', null],
    ['*/*;charset=utf-16', null],
    ['application/json;charset=utf-16, application/graphql-response+json;q=0.1', graphql],
    ['application/json;charset=utf-16, */*', json],
    ['application/json;charset=utf-16;q=0, application/json', json],
    ['application/graphql-response+json, application/json;q=0.9', graphql],
    ['application/json, application/graphql-response+json', json],
    ['application/json;q=0.5, application/graphql-response+json;q=0.6', graphql],
    ['text/html, application/xhtml+xml, */*;q=0.8', json],
    ['application/json;q=0, */*', graphql],
    ['multipart/mixed, application/graphql-response+json', graphql],
    ['text/html', null],
    ['text/html, application/json;q=0', null],
    ['*/*;q=0', null],
    ['application/json;q=two', null],
    ['application/json;q=7', null],
    [',;', null],
  ])('for Accept: %s is %s', (accept, type) => {
    expect(chooseMediaType(accept)).toBe(type)
  })
})
