/** A list of records, or one record a line, read piece by piece: a file may be far larger than memory. */

import { open } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { nameAt } from './outline.ts'
import { ascii, incomplete, JsonFault, skipSpace } from './scan.ts'

/** Where records stand in a file. */
export interface Region {
  /** Bytes; behind the opening bracket, where there is one. */
  readonly from: number
  /**
   * `list`: commas between them and a bracket at the end. `members`: likewise, each behind a name of its own. `lines`: one
   * after another, as a rule one a line.
   */
  readonly as: 'list' | 'members' | 'lines'
}

export interface ReadRecords {
  readonly records: number
  /** Bytes; where the last of them ended, closing bracket included. */
  readonly to: number
  /** Lines that are no JSON, from 1, the first few of them; only where records stand in lines. */
  readonly badLines: number
  readonly firstBadLine: { readonly line: number; readonly what: Note } | null
  readonly trailingComma: boolean
}

export interface RecordSink {
  /** Reads the record at `from`; gives the place behind it, or `incomplete` where it goes on behind `end`. */
  readonly visit: (bytes: Buffer, from: number, end: number) => number
  /** Before a record that stands under a name of its own; anew where its end was not there yet. */
  readonly onName?: (name: string) => void
  /** After every record. */
  readonly onRecord?: () => void
  /** Now and then, between records. */
  readonly flush?: () => Promise<void>
  readonly onBytes?: (done: number) => void
}

const blockBytes = 1024 * 1024
/** A single record that is larger is no record of a table. */
const maxRecordBytes = 64 * 1024 * 1024
/** Where more lines are bad than good, it is no file of lines. */
const tolerableShare = 0.5

export async function eachRecord(
  path: string,
  region: Region,
  context: WorkContext,
  sink: RecordSink,
): Promise<ReadRecords> {
  const file = await open(path, 'r')
  const pause = pacer(context)
  let bytes = Buffer.allocUnsafe(2 * blockBytes)
  let [at, end, base, records, badLines] = [0, 0, region.from, 0, 0]
  let [isLast, expectsComma, afterComma] = [false, false, false]
  let firstBad: { offset: number; what: Note } | null = null
  let trailingComma = false
  let closed = region.as === 'lines'
  const closing = region.as === 'members' ? ascii.closeObject : ascii.closeList
  try {
    reading: while (!isLast) {
      if (at > 0) {
        bytes.copyWithin(0, at, end)
        base += at
        end -= at
        at = 0
      }
      if (bytes.length - end < blockBytes) {
        if (end >= maxRecordBytes) {
          throw new StoryglassError('too_large', `a single record of more than ${maxRecordBytes / 1024 / 1024} MB`)
        }
        bytes = Buffer.concat([bytes.subarray(0, end)], Math.min(2 * bytes.length, maxRecordBytes + 2 * blockBytes))
      }
      const { bytesRead } = await file.read(bytes, end, bytes.length - end - 1, base + end)
      end += bytesRead
      if (bytesRead === 0) {
        isLast = true
        // A number may be the last thing in a file.
        bytes[end] = 10
        end += 1
      }
      for (;;) {
        at = skipSpace(bytes, at, end)
        if (at >= end) break
        if (region.as !== 'lines') {
          if (bytes[at] === closing) {
            trailingComma = afterComma
            closed = true
            at += 1
            break reading
          }
          if (bytes[at] === ascii.comma && expectsComma) {
            expectsComma = false
            afterComma = true
            at += 1
            continue
          }
          if (expectsComma) throw new JsonFault(base + at, note('json.commaBetweenRecords'))
        } else if (bytes[at] === ascii.comma && records > 0) {
          at += 1
          continue
        }
        let to: number
        try {
          const from = region.as === 'members' ? behindName(bytes, at, end, sink) : at
          to = from === incomplete ? incomplete : sink.visit(bytes, from, end)
        } catch (error) {
          if (!(error instanceof JsonFault)) throw error
          if (region.as !== 'lines') throw new JsonFault(base + error.at, error.said)
          const lineEnd = bytes.indexOf(10, Math.max(at, error.at))
          if (lineEnd === -1 || lineEnd >= end) break
          badLines += 1
          firstBad ??= { offset: base + error.at, what: error.said }
          at = lineEnd + 1
          continue
        }
        if (to === incomplete) {
          if (!isLast) break
          if (region.as !== 'lines') throw new JsonFault(base + end - 1, note('json.endsInRecord'))
          badLines += 1
          firstBad ??= { offset: base + at, what: note('json.endsInRecord') }
          at = end
          break
        }
        at = to
        records += 1
        expectsComma = true
        afterComma = false
        sink.onRecord?.()
        if (records % 64 === 0) {
          await sink.flush?.()
          await pause()
        }
      }
      sink.onBytes?.(base + at)
      await sink.flush?.()
      await pause()
    }
    if (!closed) throw new JsonFault(base + end - 1, note('json.endsInList'))
  } catch (error) {
    if (error instanceof JsonFault) throw await faultOfFile(path, error)
    throw error
  } finally {
    await file.close()
  }
  const firstBadLine = firstBad === null ? null : { line: await lineAt(path, firstBad.offset), what: firstBad.what }
  if (firstBadLine !== null && badLines > tolerableShare * (records + badLines)) {
    throw new StoryglassError('damaged_text', note('failed.atLine', firstBadLine))
  }
  return { records, to: base + at, badLines, firstBadLine, trailingComma }
}

/** Where the value behind the name at `at` begins, or `incomplete`. */
function behindName(bytes: Buffer, at: number, end: number, sink: RecordSink): number {
  const name = nameAt(bytes, at, end)
  if (name === incomplete) return incomplete
  sink.onName?.(name.key)
  return name.from
}

/** `at` of the fault is an offset into the file. */
export async function faultOfFile(path: string, fault: JsonFault): Promise<StoryglassError> {
  const line = await lineAt(path, fault.at)
  return new StoryglassError('damaged_text', note('failed.atLine', { line, what: fault.said }), { cause: fault })
}

/** From 1. */
async function lineAt(path: string, offset: number): Promise<number> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(blockBytes)
    let [position, line] = [0, 1]
    while (position < offset) {
      const { bytesRead } = await file.read(bytes, 0, Math.min(bytes.length, offset - position), position)
      if (bytesRead === 0) break
      for (let at = bytes.indexOf(10); at !== -1 && at < bytesRead; at = bytes.indexOf(10, at + 1)) line += 1
      position += bytesRead
    }
    return line
  } finally {
    await file.close()
  }
}
