/**
 * Several files as one source: a tar archive (POSIX.1-2001, pax) made as a stream. Equal names and bytes in the same
 * order give equal archives, whenever they are made, so that the same files told again are known for the same source.
 */
import { createReadStream } from 'node:fs'
import { explainFileError } from '../../disk/file-errors.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'

export interface TarMember {
  /** Absolute. */
  readonly path: string
  /** With forward slashes, as it is to be called in the archive. */
  readonly name: string
  readonly bytes: number
}

const blockBytes = 512
/** Longer names, or such beyond ASCII, and larger sizes stand in a record of their own. */
const maxNameBytes = 100
const maxSize = 8 ** 11 - 1

/** Throws `file_changed` where a file does not have the bytes it was said to have, or why it cannot be read. */
export async function* tarStream(members: readonly TarMember[]): AsyncGenerator<Buffer, void, undefined> {
  for (const member of members) {
    const record = paxRecordOf(member)
    if (record.length > 0) yield Buffer.concat([header('pax', record.length, 'x'), padded(record)])
    yield header(shortName(member.name), Math.min(member.bytes, maxSize), '0')
    yield* contentOf(member)
    yield Buffer.alloc(paddingAfter(member.bytes))
  }
  yield Buffer.alloc(2 * blockBytes)
}

async function* contentOf({ path, name, bytes }: TarMember): AsyncGenerator<Buffer, void, undefined> {
  let sent = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      sent += chunk.length
      if (sent > bytes) break
      yield chunk
    }
  } catch (error) {
    throw explainFileError(error, 'reading')
  }
  if (sent !== bytes) throw new StoryglassError('file_changed', `${name}: ${bytes} bytes, then ${sent}`)
}

function paxRecordOf({ name, bytes }: TarMember): Buffer {
  const records = [
    ...(shortName(name) === name ? [] : [paxLine('path', name)]),
    ...(bytes > maxSize ? [paxLine('size', String(bytes))] : []),
  ]
  return Buffer.from(records.join(''))
}

/** `length key=value\n`, where the length counts itself. */
function paxLine(key: string, value: string): string {
  const body = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(body)
  let length = bytes + 1
  while (String(length).length + bytes !== length) length += 1
  return `${length}${body}`
}

/** The name itself where a plain header can hold it. */
function shortName(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/gu, '_')
  return ascii.slice(0, maxNameBytes)
}

function header(name: string, bytes: number, type: 'x' | '0'): Buffer {
  const block = Buffer.alloc(blockBytes)
  block.write(name, 0, maxNameBytes, 'latin1')
  block.write('0000644\0', 100, 'latin1')
  block.write('0000000\0', 108, 'latin1')
  block.write('0000000\0', 116, 'latin1')
  block.write(`${octal(bytes)}\0`, 124, 'latin1')
  block.write(`${octal(0)}\0`, 136, 'latin1')
  block.write('        ', 148, 'latin1')
  block.write(type, 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc(paddingAfter(content.length))])
}

function paddingAfter(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes
}
