import { readdirSync, readFileSync } from 'node:fs'

/** A process as the kernel of Linux tells of it. */
export interface ProcessStatus {
  readonly pid: number
  /** Processor time since it began, its own and that of children that have ended, in the kernel's ticks. */
  readonly ticks: number
}

/** A process and everything that it started, whatever of it is still there. Empty where there is no such process. */
export function listProcesses(root: number): readonly ProcessStatus[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStatus(Number(name)))
  const known = new Set([root])
  // Parents have lower numbers than children but where numbers began anew, so once more after each find.
  for (let before = 0; before < known.size;) {
    before = known.size
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid)
  }
  return all.filter(({ pid }) => known.has(pid))
}

/** Nothing for a process that has just ended. See `man 5 proc_pid_stat`. */
function readStatus(pid: number): readonly (ProcessStatus & { readonly parent: number })[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before this bracket may hold anything, and blanks too.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return [{ pid, parent: Number(fields[1]), ticks }]
  } catch {
    return []
  }
}
