import { existsSync, readFileSync } from 'node:fs'

/**
 * The last lines of a text file, and nothing when there is no such file.
 *
 * @param {string} path
 * @param {number} count
 */
export function lastLines(path, count) {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : ''
}
