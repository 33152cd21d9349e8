import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { installState } from './installState.mjs'
import { postgresPackage } from './postgresPackage.mjs'

const networkFailure = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i

/**
 * Makes `node_modules` what package-lock.json says, with the Node and the PostgreSQL it brings ready to run. Installs
 * nothing when nothing is missing. Throws an error that says what to do. Needs npm and Node 18 and nothing else.
 *
 * @param {string} root the folder of package.json
 * @param {{ readonly npm?: string, readonly say?: (line: string) => void }} [options] the npm to run, by default the one
 *   on PATH, and where to say what takes so long
 */
export async function ensureInstalled(root, { npm = 'npm', say = console.log } = {}) {
  if (Number.parseInt(process.versions.node, 10) < 18) {
    throw new Error(`Satu Atap needs Node 18 or newer to install itself; this is ${process.version}.`)
  }
  const state = installState(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), installedLock(root))
  if (state !== 'current') {
    say(
      state === 'missing'
        ? 'Installing the dependencies, which takes about a minute…'
        : 'Bringing the dependencies up to date…',
    )
    await install(root, npm)
  }
  ensureNode(root)
  ensurePostgres(root)
}

function hiddenLock(root) {
  return join(root, 'node_modules', '.package-lock.json')
}

/** Half a file is what an interrupted npm leaves: nothing is installed then. */
function installedLock(root) {
  try {
    return JSON.parse(readFileSync(hiddenLock(root), 'utf8'))
  } catch {
    return undefined
  }
}

async function install(root, npm) {
  const { status, errors } = await runNpm(root, npm)
  if (status === 0 && existsSync(hiddenLock(root))) return
  const advice = networkFailure.test(errors)
    ? 'npm could not reach its registry: connect this machine, or name a registry it reaches with `npm config set registry URL`.'
    : 'What npm printed above says why.'
  throw new Error(`The dependencies could not be installed. ${advice} Then run the same command again.`)
}

/**
 * Development packages are asked for by name because NODE_ENV=production leaves them out, and Node itself is one. npm
 * runs on the Node that is outside `node_modules`, which it is about to delete.
 */
function runNpm(root, npm) {
  const inside = join(root, 'node_modules', '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== inside)
  const child = spawn(
    npm,
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'inherit', 'pipe'],
    },
  )
  return new Promise((resolve) => {
    let errors = ''
    function note(text) {
      process.stderr.write(text)
      errors += text
    }
    child.stderr.on('data', note)
    child.on('error', (error) => note(`${error.message}\n`))
    child.on('close', (status) => resolve({ status, errors }))
  })
}

/** npm fetches the Node of the `node` package in a script of that package, which a cautious configuration skips. */
function ensureNode(root) {
  const folder = join(root, 'node_modules', 'node')
  const binary = join(folder, 'bin', 'node')
  if (!isExecutable(binary)) runScript(folder, 'installArchSpecificPackage.js')
  if (!isExecutable(binary)) {
    throw new Error('The Node of the `node` package is not there. Delete node_modules and run the same command again.')
  }
}

/**
 * A package cannot hold symbolic links, so PostgreSQL's libraries get theirs from a script, which may be skipped too.
 * A platform without such a package can still use databases of its own.
 */
function ensurePostgres(root) {
  const { folder, links } = postgresPackage(root)
  if (!existsSync(folder)) return
  const complete = () => links.every((link) => existsSync(link))
  if (!complete()) runScript(folder, join('scripts', 'hydrate-symlinks.js'))
  if (!complete()) {
    throw new Error(
      `The links in ${folder} could not be made. Make it writable, or delete node_modules, and try again.`,
    )
  }
}

function runScript(folder, script) {
  const path = [process.env.PATH, dirname(process.execPath)].join(delimiter)
  spawnSync(process.execPath, [script], { cwd: folder, stdio: 'inherit', env: { ...process.env, PATH: path } })
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
