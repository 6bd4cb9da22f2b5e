/** Several files as one archive, each made and packed only when its turn comes. */
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Content, streamOf } from '../content.ts'

export interface ArchivedFile {
  /** With `/` between folders. */
  readonly name: string
  readonly content: () => Promise<Content> | Content
  /** Packed already: compressing it again would take time for nothing. */
  readonly isPacked?: boolean
}

/** `at`: when its files were made, so that the same files give the same archive. */
export function archiveOf(files: readonly ArchivedFile[], at: Date): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, content, isPacked = false } of files) {
    zip.addReadStreamLazy(name, { mtime: at, compress: !isPacked }, (use) => {
      // A writer may fail before it has given anything.
      Promise.resolve()
        .then(content)
        .then(
          (made) => use(null, streamOf(made)),
          (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))),
        )
    })
  }
  zip.end()
  return output
}
