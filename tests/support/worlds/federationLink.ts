const imported = [
  '@composeDirective',
  '@context',
  '@external',
  '@fromContext',
  '@inaccessible',
  '@interfaceObject',
  '@key',
  '@override',
  '@provides',
  '@requires',
  '@shareable',
]

/** What each subgraph of a test begins with: Federation 2, with its directives. */
export const federationLink = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imported)})`
