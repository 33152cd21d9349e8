import { nikOf } from './nikOf.ts'
import { numberOfNik } from './numberOfNik.ts'
import { standIn } from './standIn.ts'

/** The NIK of the person so many steps after another, or the text that stands for it when that one is not known either. */
export function laterNik(nik: string, steps: number): string {
  const [, index, before] = standIn.pattern.exec(nik) ?? []
  if (index !== undefined) return standIn.of(Number(index), Number(before) + steps)
  return steps === 0 ? nik : nikOf(numberOfNik(nik) + steps)
}
