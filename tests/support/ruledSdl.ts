import { Kind, parse, print, visit } from 'graphql'
import type { ConstDirectiveNode } from 'graphql'

/** An SDL with the rule at every field that anybody may see it, for tests of something else. */
export function ruledSdl(sdl: string): string {
  const rules = directivesOf('@access(scope: "reference") @classified(as: "PUBLIC")')
  const ruled = visit(parse(sdl), {
    FieldDefinition: (node) => ({ ...node, directives: [...(node.directives ?? []), ...rules] }),
  })
  return `
    extend schema
      @link(url: "https://satu-atap.example/access/v1.0", import: ["@access", "@classified"])
      @composeDirective(name: "@access")
      @composeDirective(name: "@classified")
    directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
    directive @classified(as: String!) on FIELD_DEFINITION
    ${print(ruled)}`
}

function directivesOf(text: string): readonly ConstDirectiveNode[] {
  const [type] = parse(`type T { field: Int ${text} }`).definitions
  return type?.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.fields?.[0]?.directives ?? []) : []
}
