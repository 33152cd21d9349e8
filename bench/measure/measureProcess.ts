import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { listProcesses } from './listProcesses.ts'

/** What a process and everything that it started took. */
export interface ProcessUse {
  /** Milliseconds of processor time, all cores together. */
  readonly cpu: number
  /** The most memory it held at a time, in bytes. */
  readonly peakMemory: number
}

/**
 * Begins to measure a process with all that it started; the function answers what it took since. Throws an error that says
 * so on a machine that is not Linux.
 */
export function measureProcess(
  pid: number,
  { platform }: Pick<NodeJS.Process, 'platform'> = process,
): () => ProcessUse {
  if (platform !== 'linux')
    throw new Error('The benchmark reads the processor time and memory of processes from /proc, so it needs Linux.')
  for (const member of listProcesses(pid)) resetPeak(member.pid)
  const begun = ticksOf(pid)
  return function measured() {
    return {
      cpu: ((ticksOf(pid) - begun) * 1000) / ticksPerSecond(),
      peakMemory: listProcesses(pid).reduce((sum, member) => sum + peakOf(member.pid), 0),
    }
  }
}

function ticksOf(pid: number): number {
  return listProcesses(pid).reduce((sum, { ticks }) => sum + ticks, 0)
}

function ticksPerSecond(): number {
  return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
}

/** Lets the kernel count the most memory anew (`man 5 proc_pid_clear_refs`). */
function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

function peakOf(pid: number): number {
  try {
    const [, kibibytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kibibytes) * 1024
  } catch {
    return 0 // It has just ended.
  }
}
