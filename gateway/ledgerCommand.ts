import { text } from 'node:stream/consumers'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import { codeOf } from '../platform/codeOf.ts'
import { errors } from '../platform/errors.ts'
import { isNik } from '../schema/scalars/isNik.ts'
import { readConfig } from './config.ts'
import type { SegmentBegin } from './disclose/ledger/createChain.ts'
import { findDisclosures } from './disclose/ledger/findDisclosures.ts'
import { renderDisclosure } from './disclose/ledger/renderDisclosure.ts'
import { verifyLedger } from './disclose/ledger/verifyLedger.ts'

/** Stands where the count would: whoever reads nothing but the standard output must not take it for all, or for nobody. */
const unknownCount =
  'How many answers had records of this person is not known: the ledger is not whole, or LEDGER_SECRET is not the one it was written with.'

// Whoever reads no further, such as `head`, has had enough, and was not told whether the ledger is whole.
process.stdout.on('error', () => process.exit(1))

try {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'verify') await verify(rest)
  else if (command === 'who-saw') await whoSaw(rest)
  else throw usage()
} catch (error) {
  const complaint = complaintOf(error)
  if (complaint === undefined) throw error
  process.stderr.write(`${complaint}\n`)
  process.exitCode = 1
}

async function verify(given: readonly string[]): Promise<void> {
  const [option, segment, ...others] = given
  const isValid = option === undefined || (option === '--from' && /^[1-9]\d{0,14}$/.test(segment ?? ''))
  if (!isValid || others.length > 0) throw usage()
  const { path, secret } = readConfig(process.env).ledger
  const from = segment === undefined ? undefined : Number(segment)
  const { isWhole, lines } = await verifyLedger({ directory: path, secret, from })
  if (!isWhole) throw new EnvironmentError(lines.join('\n'))
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function whoSaw([given, ...others]: readonly string[]): Promise<void> {
  if (given === undefined || others.length > 0) throw usage()
  const nik = readNik(given === '-' ? (await text(process.stdin)).trim() : given)
  const { path, secret } = readConfig(process.env).ledger
  let found = 0
  const { flaws, begin } = await findDisclosures({
    directory: path,
    secret,
    nik,
    onFound(disclosure) {
      found += 1
      process.stdout.write(renderDisclosure(disclosure))
    },
  })
  process.stdout.write(`${flaws.length === 0 ? countOf(found, begin) : unknownCount}\n`)
  if (flaws.length > 0)
    throw new EnvironmentError(
      `The ledger is not whole, so there may be more: npm run ledger -- verify\n${flaws.join('\n')}`,
    )
}

/** What was archived is not read: whoever passes the count on has to know. */
function countOf(found: number, begin: SegmentBegin | undefined): string {
  const answers = `${found} ${found === 1 ? 'answer' : 'answers'} with records of this person`
  if (begin === undefined || begin.number === 1) return `${answers}.`
  return `${answers} from entry ${begin.first} on. What is before segment ${begin.number} is not here, and was not read.`
}

/** No message shows the NIK, or what was given in its place. */
function readNik(given: string): string {
  if (!isNik(given)) throw new EnvironmentError(errors.NIK_MALFORMED.en)
  return given
}

function usage(): EnvironmentError {
  return new EnvironmentError(`The commands are:
  npm run --silent ledger -- verify [--from <segment>]
  npm run --silent ledger -- who-saw <nik>, or - for a NIK from standard input`)
}

/** What to say instead of a stack: what is wrong with the environment, or that the directory cannot be read. */
function complaintOf(error: unknown): string | undefined {
  if (error instanceof EnvironmentError) return error.message
  const code = codeOf(error)
  return code === undefined ? undefined : `LEDGER_PATH cannot be read (${code}).`
}
