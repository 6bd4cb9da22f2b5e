/** Names for jobs and stories: short enough to type, too many to guess or repeat. */
import { randomBytes } from 'node:crypto'

/** Without letters that look alike (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 16

/** 80 random bits as 16 letters and digits. */
export function newId(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('')
}
