/** The number that `nikOf` makes a NIK of. */
export function numberOfNik(nik: string): number {
  const [day, month, year] = [part(nik, 6, 8), part(nik, 8, 10), part(nik, 10, 12)]
  return (year * 28 * 12 + (month - 1) * 28 + day - 1) * 9999 + part(nik, 12, 16) - 1
}

function part(nik: string, from: number, to: number): number {
  return Number(nik.slice(from, to))
}
