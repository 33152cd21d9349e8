import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { lastLines } from './lastLines.mjs'

/**
 * Starts a part of the whole as a child process that reports over IPC, with its output in a file that begins anew.
 *
 * @param {{ readonly name: string, readonly command: readonly [string, ...string[]], readonly cwd: string,
 *   readonly log: string, readonly environment: NodeJS.ProcessEnv,
 *   readonly onProgress?: (message: { readonly agency: string, readonly done: number, readonly total: number }) => void }} options
 * @returns {{ readonly child: import('node:child_process').ChildProcess, readonly ready: Promise<{ readonly url?: string }>,
 *   readonly failed: Promise<never> }} `ready` resolves with the message that says so; `failed` rejects, with the end of
 *   the log, when the child ends
 */
export function startChild({ name, command: [file, ...rest], cwd, log, environment, onProgress }) {
  const output = openSync(log, 'w')
  const child = spawn(file, rest, { cwd, env: environment, stdio: ['ignore', output, output, 'ipc'] })
  closeSync(output)
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message.type === 'progress') onProgress?.(message)
      if (message.type === 'ready') resolve(message)
    })
  })
  const failed = new Promise((_, reject) => {
    child.on('error', (error) => reject(new Error(`The ${name} could not be started: ${error.message}`)))
    child.on('exit', (status, signal) => {
      const end = lastLines(log, 20)
      reject(new Error(`The ${name} ended unexpectedly (${signal ?? `status ${status}`}). The end of ${log}:\n${end}`))
    })
  })
  failed.catch(() => {}) // Whoever waits is told; nobody waits while everything is being stopped.
  return { child, ready, failed }
}
