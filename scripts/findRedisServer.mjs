import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Valkey is the Redis of the Linux Foundation, and answers to the same commands. */
const programs = ['redis-server', 'valkey-server']

/**
 * The path of a Redis server's program on PATH, undefined where there is none.
 *
 * @param {{ readonly PATH?: string }} environment
 * @returns {string | undefined}
 */
export function findRedisServer({ PATH = '' }) {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '')
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
