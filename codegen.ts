import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { CodegenConfig } from '@graphql-codegen/cli'

type Output = CodegenConfig['generates'][string]

/** Every folder under subgraphs/ that publishes a schema is an agency. */
function agencyFolders(): readonly string[] {
  return readdirSync('subgraphs')
    .map((name) => `subgraphs/${name}`)
    .filter((folder) => existsSync(`${folder}/schema.graphql`))
}

/**
 * The record behind each type: where `source.ts` exports `PassportRow`, the resolvers of `Passport` receive one. A type
 * without a row is its own record.
 */
function rowsOf(folder: string): Readonly<Record<string, string>> {
  const source = `${folder}/source.ts`
  if (!existsSync(source)) return {}
  const rows = readFileSync(source, 'utf8').matchAll(/^export (?:interface|type) (\w+)Row\b/gm)
  return Object.fromEntries(Array.from(rows, ([, type = '']) => [type, `./source.ts#${type}Row`]))
}

function typesOf(folder: string): Output {
  return {
    schema: [
      `${folder}/schema.graphql`,
      'schema/scalars.graphql',
      'schema/cacheControl.graphql',
      'schema/lookup.graphql',
    ],
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      contextType: './source.ts#Context',
      mappers: rowsOf(folder),
      enumsAsTypes: true,
      immutableTypes: true,
      useTypeImports: true,
      avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: true },
      maybeValue: 'T | null',
      defaultScalarType: 'unknown',
      strictScalars: true,
      scalars: {
        _FieldSet: 'string', // Federation's own, added by the plugin.
        ID: 'string',
        NIK: 'string',
        RegionCode: 'string',
        CountryCode: 'string',
        Date: 'string',
        DateTime: 'string',
      },
    },
  }
}

/** Writes `types.generated.ts` beside each agency's schema: what its resolvers receive and must answer. */
const config: CodegenConfig = {
  generates: Object.fromEntries(agencyFolders().map((folder) => [`${folder}/types.generated.ts`, typesOf(folder)])),
}

export default config
