import type { World } from './createWorld.ts'

/** What the versions of things mean. */
export interface WorldView {
  readonly exists: (id: string, at: number) => boolean
  readonly ids: (at: number) => readonly string[]
  /** The code of the town where a person lives. */
  readonly home: (id: string, at: number) => string
  /** Who is first of all. */
  readonly top: (at: number) => string
  readonly friend: (id: string) => string
}

/** Reads a world: three people are there at the beginning, and a fourth may come. */
export function readWorld({ versionAt }: World): WorldView {
  const exists = (id: string, at: number): boolean => versionAt(`person:${id}`, at) % 2 === (id === '4' ? 1 : 0)
  return {
    exists,
    ids: (at) => ['1', '2', '3', '4'].filter((id) => exists(id, at)),
    home: (id, at) => (versionAt(`person:${id}.home`, at) % 2 === 0 ? 'A' : 'B'),
    top: (at) => String(1 + (versionAt('top', at) % 4)),
    friend: (id) => String((Number(id) % 3) + 1),
  }
}
