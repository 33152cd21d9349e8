import { readFileSync } from 'node:fs'

/** Whether a process with this number is at work; one that has ended and was not buried yet is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
