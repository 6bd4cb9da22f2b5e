/** The bytes inside a compressed file, as a stream. */
import { createReadStream } from 'node:fs'
import { pipeline, type Transform } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { ContainerId } from '../../../shared/file-formats/containers.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { unpackBzip2 } from './bzip2.ts'
import { asArchiveDamage } from './failures.ts'

export type Compression = Extract<ContainerId, 'gzip' | 'zstd' | 'bzip2'>

const chunkBytes = 128 * 1024

/** Throws `damaged_archive` where the file is cut short or a checksum does not match. Closes the file when left. */
export async function* decompressed(
  path: string,
  compression: Compression,
  context: WorkContext,
  onPacked: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const packed = createReadStream(path, { highWaterMark: chunkBytes })
  packed.on('data', (chunk) => onPacked(chunk.length))
  packed.pause()
  const pause = pacer(context)
  try {
    if (compression === 'bzip2') {
      yield* unpackBzip2(packed, pause)
      return
    }
    const inflater = inflaterOf(compression)
    // A failure on either side surfaces to whoever reads the inflater; the callback only keeps it from being unhandled.
    pipeline(packed, inflater, () => undefined)
    try {
      for await (const chunk of inflater as AsyncIterable<Buffer>) {
        yield chunk
        await pause()
      }
    } finally {
      inflater.destroy()
    }
  } catch (error) {
    throw asArchiveDamage(error)
  } finally {
    packed.destroy()
  }
}

function inflaterOf(compression: 'gzip' | 'zstd'): Transform {
  return compression === 'gzip'
    ? createGunzip({ chunkSize: chunkBytes })
    : createZstdDecompress({ chunkSize: chunkBytes })
}

/** The first bytes of a stream, at least `count` where there are so many, and the whole stream with them. */
export async function peek(
  chunks: AsyncGenerator<Buffer, void, undefined>,
  count: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer, void, undefined> }> {
  let head: Buffer = Buffer.alloc(0)
  while (head.length < count) {
    const next = await chunks.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  const all = async function* (): AsyncGenerator<Buffer, void, undefined> {
    try {
      if (head.length > 0) yield head
      yield* chunks
    } finally {
      await chunks.return(undefined)
    }
  }
  return { head, all: all() }
}
