import type { ChangeEvent } from './ChangeEvent.ts'

/** The same changes without repetition, each in the place of its last mention. */
export function mergeEvents(events: readonly ChangeEvent[]): readonly ChangeEvent[] {
  const last = new Map(events.map((event) => [nameOf(event), event.id]))
  return events.filter((event) => last.get(nameOf(event)) === event.id)
}

function nameOf({ type, key }: ChangeEvent): string {
  const fields =
    key === null
      ? null
      : Object.keys(key)
          .toSorted()
          .map((name) => [name, key[name]])
  return JSON.stringify([type, fields])
}
