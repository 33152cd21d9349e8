/**
 * @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage
 * @typedef {{ readonly packages?: Readonly<Record<string, LockedPackage>> }} Lock
 */

/**
 * What `npm ci` would change: `missing` when nothing is installed, `behind` when a package of the lock is absent or of
 * another version, else `current`. What npm leaves out on purpose (packages for other platforms) and what somebody
 * added by hand are no reason to install again.
 *
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, which npm writes last
 * @returns {'missing' | 'behind' | 'current'}
 */
export function installState(lock, installed) {
  if (installed === undefined) return 'missing'
  const present = installed.packages ?? {}
  const differs = ([path, locked]) => path !== '' && !isSame(locked, present[path])
  return Object.entries(lock.packages ?? {}).some(differs) ? 'behind' : 'current'
}

function isSame(locked, present) {
  if (present === undefined) return locked.optional === true
  return locked.version === present.version && locked.integrity === present.integrity
}
