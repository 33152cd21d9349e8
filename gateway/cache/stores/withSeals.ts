import type { CacheValue } from '../CacheValue.ts'
import type { Keyring } from '../names/Keyring.ts'
import type { CacheStore } from './CacheStore.ts'
import { createOpener } from './createOpener.ts'
import { createSealer } from './createSealer.ts'

/** Seals what a store outside of this process is given, and opens what it has: it learns nothing of the values. */
export function withSeals(store: CacheStore<Buffer>, keyring: Keyring): CacheStore {
  const seal = createSealer(keyring[0])
  const open = createOpener(keyring)
  return {
    ...store,
    async read(request, signal) {
      const { values: sealed, epochs } = await store.read(request, signal)
      const values = new Map<string, CacheValue | null>()
      for (const [entry, value] of sealed) values.set(entry, value && open(entry, value))
      return { values, epochs }
    },
    write: (entries, signal) =>
      store.write(
        entries.map((one) => ({ ...one, value: seal(one.key, one.value) })),
        signal,
      ),
  }
}
