import type { Thing } from './createWorld.ts'

const people = ['1', '2', '3', '4']
const towns = ['A', 'B']

const about = (agency: string, names: readonly string[]): readonly Thing[] =>
  people.flatMap((id) =>
    names.map((name): Thing => ({ agency, name: `person:${id}${name}`, tag: { type: 'Person', key: { id } } })),
  )

/** Everything that changes. Of `person:1`, whether the registry has that person. */
export const things: readonly Thing[] = [
  ...about('registry', ['', '.name', '.home']),
  ...about('papers', ['.papers', '.status']),
  ...about('scores', ['.score']),
  ...towns.map((code): Thing => ({
    agency: 'registry',
    name: `town:${code}.name`,
    tag: { type: 'Town', key: { code } },
  })),
  { agency: 'scores', name: 'top', tag: { type: 'Person', key: { id: '1' } } },
]
