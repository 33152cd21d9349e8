/** Declares and composes the directives of lookups in a subgraph, which imports `@composeDirective` by itself. */
export const lookupDirectives = `
  extend schema @link(url: "https://lookup.test/lookup/v1.0", import: ["@lookup", "@is"])
    @composeDirective(name: "@lookup") @composeDirective(name: "@is")
  directive @lookup on FIELD_DEFINITION
  directive @is(field: String!) on ARGUMENT_DEFINITION
`
