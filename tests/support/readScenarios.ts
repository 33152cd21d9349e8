import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AgencyName } from '../../subgraphs/kit/AgencyName.ts'

/** A story as data: what is asked, which agencies are silent meanwhile, and what is answered. */
export interface Scenario {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly silent: readonly AgencyName[]
  readonly response: unknown
}

const folder = join(import.meta.dirname, '../scenarios')

/** Reads every folder of `tests/scenarios`. Only `silent.json`, the names of silent agencies, may be absent. */
export function readScenarios(): readonly Scenario[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
  return names.map((name) => ({
    name,
    query: readFileSync(join(folder, name, 'query.graphql'), 'utf8'),
    variables: readJson(join(folder, name, 'variables.json')) as Record<string, unknown>,
    silent: existsSync(join(folder, name, 'silent.json'))
      ? (readJson(join(folder, name, 'silent.json')) as AgencyName[])
      : [],
    response: readJson(join(folder, name, 'response.json')),
  }))
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
