import { createDecipheriv } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

/** Opens what `createSubjectSealer` sealed with the same key. Throws for anything else. */
export function openSubject(sealed: string, key: KeyObject): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const textEnd = bytes.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAuthTag(bytes.subarray(textEnd))
  return decipher.update(bytes.subarray(nonceLength, textEnd), undefined, 'utf8') + decipher.final('utf8')
}
