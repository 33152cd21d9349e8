import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/**
 * The account to run PostgreSQL as: undefined for our own, or, because PostgreSQL refuses to run as root, the owner of
 * its existing files, else `postgres`, else `nobody`. No account is ever created. Throws when root finds none, or when
 * the files belong to somebody else.
 *
 * @param {string} cluster PostgreSQL's own folder, which need not exist
 * @returns {{ readonly uid: number, readonly gid: number } | undefined}
 */
export function databaseAccount(cluster) {
  const us = process.getuid()
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (us !== 0 && owner !== undefined && owner.uid !== us) {
    throw new Error(`${cluster} belongs to another user. Run this as that user, or delete the folder to start anew.`)
  }
  if (us !== 0) return undefined
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? failForRoot()
}

function accountNamed(name) {
  const [uid, gid] = ['-u', '-g'].map((option) => Number.parseInt(spawnSync('id', [option, name]).stdout, 10))
  return uid > 0 && gid >= 0 ? { uid, gid } : undefined
}

function failForRoot() {
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`. Run this as a normal user.',
  )
}
