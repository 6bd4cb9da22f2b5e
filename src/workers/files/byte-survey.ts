/** One look at all bytes of a text file: whether they are UTF-8, and how its lines end. */
import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import type { WorkContext } from '../runtime/context.ts'
import { withoutCutCharacter } from './text-decoder.ts'

const bufferBytes = 4 * 1024 * 1024

export interface ByteSurvey {
  readonly utf8: boolean
  /** About where the first bytes are that are not UTF-8. */
  readonly invalidAt: number
  readonly hasNul: boolean
  /** How rows can end as far as bytes tell: every line end LF, every one CRLF, or something else. */
  readonly lineEnds: 'lf' | 'crlf' | 'mixed'
  readonly bytes: number
}

/**
 * One fast look at every byte: the native searches run at gigabytes a second. `onChunk` gets each chunk on the way, and
 * must not keep it.
 */
export async function surveyBytes(
  path: string,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
  onChunk: (bytes: Buffer) => void = () => undefined,
): Promise<ByteSurvey> {
  let [utf8, hasNul] = [true, false]
  let bareFeeds = false
  let [lineFeeds, returns, bytes, invalidAt] = [0, 0, 0, 0]
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(bufferBytes)
    let kept = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, null)
      if (bytesRead === 0) {
        // What was held back as the start of a character may be a whole one.
        if (kept > 0 && !isUtf8(buffer.subarray(0, kept))) {
          utf8 = false
          invalidAt = bytes - kept
        }
        break
      }
      bytes += bytesRead
      const chunk = buffer.subarray(0, kept + bytesRead)
      const fresh = buffer.subarray(kept, kept + bytesRead)
      const whole = withoutCutCharacter(chunk)
      if (utf8 && !isUtf8(whole)) {
        utf8 = false
        invalidAt = bytes - chunk.length + firstInvalid(whole)
      }
      hasNul ||= fresh.includes(0)
      onChunk(fresh)
      // Counting is the dear part, and most files have no returns to count.
      if (fresh.includes(13)) {
        lineFeeds += countByte(fresh, 10)
        returns += countByte(fresh, 13)
      } else bareFeeds ||= fresh.includes(10)
      onBytes(bytes)
      kept = utf8 ? chunk.length - whole.length : 0
      if (kept > 0) buffer.copyWithin(0, chunk.length - kept, chunk.length)
      await context.yieldToEventLoop()
    }
  } finally {
    await file.close()
  }
  const lineEnds = returns === 0 ? 'lf' : returns === lineFeeds && !bareFeeds ? 'crlf' : 'mixed'
  return { utf8, invalidAt, hasNul, lineEnds, bytes }
}

/** By halving: the start of the first line that is not UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let [low, high] = [0, bytes.length]
  while (high - low > 4096) {
    const middle = (low + high) >> 1
    const whole = withoutCutCharacter(bytes.subarray(low, middle))
    if (isUtf8(whole)) low += whole.length
    else high = middle
  }
  return low
}

/** Byte by byte: a search for the next one is faster only where they are far apart. */
function countByte(bytes: Buffer, byte: number): number {
  let count = 0
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === byte) count += 1
  return count
}
