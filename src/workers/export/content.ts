/** What a writer gives: the whole file, or its bytes one after another where it would be too much to hold. */
import { createWriteStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Text is written as UTF-8. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>

export function streamOf(content: Content): Readable {
  if (typeof content === 'string') return Readable.from([Buffer.from(content, 'utf8')])
  return Readable.from(content instanceof Uint8Array ? [content] : content, { objectMode: false })
}

/** Gives the bytes written. */
export async function writeContent(file: string, content: Content): Promise<number> {
  if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(file, content)
  else await pipeline(streamOf(content), createWriteStream(file))
  return (await stat(file)).size
}
