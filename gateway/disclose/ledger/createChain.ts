import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** The last entry of a chain, or of a part of it. */
export interface ChainEnd {
  /** Counts from 1; 0 where there is no entry yet. */
  readonly sequence: number
  readonly hash: string
}

/** Where an entry stands. */
export interface ChainPlace {
  /** The last entry before it. */
  readonly after: ChainEnd
  /** Sequence number of the first entry that was written together with it. */
  readonly group: number
  readonly segment: SegmentBegin
}

/** Where a segment begins. Each of its entries says so: whichever is left tells what was taken away in front of it. */
export interface SegmentBegin {
  readonly number: number
  /** Sequence number of its first entry. */
  readonly first: number
}

/** An entry whose own hash holds. */
export interface ChainedEntry extends ChainEnd {
  readonly group: number
  /** Hash of the entry before it. */
  readonly previous: string
  /** The segment that it was written in; undefined for an entry of the first version, which did not say. */
  readonly segment: SegmentBegin | undefined
  /** All of its line. */
  readonly line: Buffer
}

/** How entries and the head are written and proven. */
export interface Chain {
  /** The line of an entry, and the end of the chain with it. */
  readonly link: (content: string, place: ChainPlace) => { readonly line: string; readonly end: ChainEnd }
  /** Reads a line without its line feed; null when it is not as it was written. */
  readonly read: (line: Buffer) => ChainedEntry | null
  /**
   * The head is always of the same length, so that it can be rewritten in place. It names the process that writes it, in eleven
   * characters; those of earlier versions did not.
   */
  readonly writeHead: (end: ChainEnd, writer?: string) => string
  readonly readHead: (text: string) => ChainEnd | null
}

const hashLength = 43
const hashMark = ',"hash":"'
const tailLength = hashMark.length + hashLength + '"}'.length
const headLength = 160

/**
 * A chain in which nobody can change, leave out or add anything who does not have the key. Hashes are HMAC-SHA-256 as base64url:
 * that of an entry is over its line as far as the hash itself, and so over the hash of the entry before it.
 */
export function createChain(key: KeyObject): Chain {
  const hash = (text: string | Buffer): string => createHmac('sha256', key).update(text).digest('base64url')
  const proveHead = ({ sequence, hash: last }: ChainEnd, writer: string | undefined): string =>
    hash(`head ${sequence} ${last}${writer === undefined ? '' : ` ${writer}`}`)

  return {
    link(content, { after, group, segment }) {
      const sequence = after.sequence + 1
      const place = `"sequence":${sequence},"group":${group},"previous":"${after.hash}"`
      const text = `{${place},"segment":${segment.number},"first":${segment.first},${content}`
      const end = { sequence, hash: hash(text) }
      return { line: `${text}${hashMark}${end.hash}"}\n`, end }
    },

    read(line) {
      const textEnd = line.length - tailLength
      if (textEnd < 0) return null
      const made = hash(line.subarray(0, textEnd))
      // Compared as text: base64url has several texts for the same bytes.
      if (line.toString('latin1', textEnd) !== `${hashMark}${made}"}`) return null
      const [, sequence, group, previous = '', number, first] =
        beginOfLine.exec(line.toString('latin1', 0, beginLength)) ?? []
      const segment = number === undefined ? undefined : { number: Number(number), first: Number(first) }
      return { sequence: Number(sequence), group: Number(group), previous, segment, hash: made, line }
    },

    writeHead(end, writer) {
      return `${JSON.stringify({ ...end, writer, proof: proveHead(end, writer) }).padEnd(headLength - 1)}\n`
    },

    readHead(text) {
      const [, sequence, last = '', writer, proof] = wholeHead.exec(text) ?? []
      const end = { sequence: Number(sequence), hash: last }
      return proof === proveHead(end, writer) ? end : null
    },
  }
}

const beginOfLine = /^\{"sequence":(\d+),"group":(\d+),"previous":"([\w-]*)",(?:"segment":(\d+),"first":(\d+),)?/
const beginLength = 180
const wholeHead = /^\{"sequence":(\d+),"hash":"([\w-]*)",(?:"writer":"([\w-]{11})",)?"proof":"([\w-]{43})"\} *\n$/
