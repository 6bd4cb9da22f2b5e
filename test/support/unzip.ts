/** The files in an archive, by their names. */
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

const open = promisify<Buffer, object, ZipFile>((bytes, options, done) =>
  fromBuffer(bytes, options, (error, zip) => done(error, zip as ZipFile)),
)

export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await open(Buffer.from(bytes), { lazyEntries: true })
  const files = new Map<string, Buffer>()
  const over = Promise.withResolvers<void>()
  zip.on('error', over.reject)
  zip.on('end', () => over.resolve())
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) return over.reject(error)
      buffer(stream).then((content) => {
        files.set(entry.fileName, content)
        zip.readEntry()
      }, over.reject)
    })
  })
  zip.readEntry()
  await over.promise
  return files
}
