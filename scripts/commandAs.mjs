import { spawnSync } from 'node:child_process'

/**
 * Lets an account enter folders that only root may, such as /root or a folder of `mktemp -d`, and nothing else of
 * root's. Without `no_setuid_fixup` the kernel would forget the capability in access(2), with which PostgreSQL looks
 * for its own programs.
 */
const reachingEverything = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']

/**
 * How to run programs as an account: what to put before a command line, and options for `spawn`. Uses the plain ids
 * where the account can reach the program and the folder, else util-linux's `setpriv`, which root may use to lift just
 * that limit. Throws an error that says what to do when neither works.
 *
 * @param {{ readonly uid: number, readonly gid: number } | undefined} account undefined for our own
 * @param {{ readonly program: string, readonly folder: string }} needed a program that knows `--version`, and a folder
 * @returns {{ readonly prefix: readonly string[], readonly ids: { readonly uid?: number, readonly gid?: number } }}
 */
export function commandAs(account, needed) {
  const plain = { prefix: [], ids: account ?? {} }
  if (account === undefined || reaches(plain, needed)) return plain
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const lifted = { prefix: ['setpriv', ...identity, ...reachingEverything], ids: {} }
  if (reaches(lifted, needed)) return lifted
  throw new Error(
    `PostgreSQL does not run as root, and the user it runs as (id ${account.uid}) cannot enter ${needed.folder} or run ` +
      `${needed.program}. Move the project to a folder that every user may enter, such as /srv, or run it as a normal user.`,
  )
}

function reaches({ prefix, ids }, { program, folder }) {
  const [file, ...rest] = [...prefix, 'sh', '-c', 'cd "$1" && exec "$2" --version', 'sh', folder, program]
  return spawnSync(file, rest, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0
}
