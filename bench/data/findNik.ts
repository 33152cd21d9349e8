const nik = /\d{16}|NIK~\d+~\d+~/

/** The first NIK, or what stands for one, in a text or anywhere in an object or a list. */
export function findNik(value: unknown): string | undefined {
  if (typeof value === 'string') return nik.exec(value)?.[0]
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const found = findNik(part)
    if (found !== undefined) return found
  }
  return undefined
}
