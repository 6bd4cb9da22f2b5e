/** The bytes of a text file by place, and its text in pieces. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { WorkContext } from '../runtime/context.ts'
import type { Encoding } from './text-decoder.ts'
import { decoderOf } from './text-decoder.ts'

const sampleBytes = 256 * 1024
const chunkBytes = 1024 * 1024

/** The first bytes of a file, enough to judge it by. */
export async function readHead(path: string, bytes = sampleBytes): Promise<Buffer> {
  return readBlock(path, 0, bytes)
}

export async function readBlock(path: string, position: number, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(bytes)
    let filled = 0
    while (filled < bytes) {
      const { bytesRead } = await file.read(buffer, filled, bytes - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  } finally {
    await file.close()
  }
}

/** The file's text in pieces, without zero characters; invalid bytes become U+FFFD. `onBytes` hears how far it has come. */
export async function* decodedChunks(
  path: string,
  encoding: Encoding,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<string, void, undefined> {
  const decoder = decoderOf(encoding)
  const stream = createReadStream(path, { start: encoding.markBytes, highWaterMark: chunkBytes })
  let done = encoding.markBytes
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    done += chunk.length
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
    onBytes(done)
    await context.yieldToEventLoop()
  }
  const last = decoder.decode()
  if (last !== '') yield last
}
