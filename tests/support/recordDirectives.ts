/** What an SDL says of records of people, declared as it is for agencies. */
export const recordDirectives = `
  directive @classified(as: String!) on FIELD_DEFINITION
  directive @record(area: String, office: String, of: String) repeatable on OBJECT
  directive @restricted(to: String!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
  directive @lookup on FIELD_DEFINITION
  directive @is(field: String!) on ARGUMENT_DEFINITION
`
