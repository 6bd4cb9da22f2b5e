/** From a path somebody gave us to a file that can be read: resolved, checked, fingerprinted. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { explainFileError } from '../../disk/file-errors.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'

export interface AcceptedFile {
  /** Absolute, symbolic links resolved: what was checked is what is read. */
  readonly path: string
  /** As the user knows it: the last part of the path they gave. */
  readonly name: string
  readonly bytes: number
  readonly modifiedAtMs: number
}

/**
 * Accepts a regular, readable file. Throws `bad_path`, `file_missing`, `is_folder`, `file_unreadable` or
 * `unsupported_kind` (a device, a pipe, a socket: reading one may never end).
 */
export async function acceptPath(given: string, workingDirectory: string = process.cwd()): Promise<AcceptedFile> {
  if (given.trim() === '' || given.includes('\0')) throw new StoryglassError('bad_path', JSON.stringify(given))
  const absolute = path.resolve(workingDirectory, given)
  let handle: FileHandle | null = null
  try {
    const real = await realpath(absolute)
    const found = await stat(real)
    if (found.isDirectory()) throw new StoryglassError('is_folder', absolute)
    if (!found.isFile()) throw new StoryglassError('unsupported_kind', `${absolute} is not a regular file`)
    // Opening is the only sure test of the right to read.
    handle = await open(real, 'r')
    return { path: real, name: path.basename(absolute), bytes: found.size, modifiedAtMs: found.mtimeMs }
  } catch (error) {
    throw explainFileError(error, 'reading')
  } finally {
    await handle?.close()
  }
}

/** SHA-256 of the file's bytes in hexadecimal, read as a stream. Throws `file_changed` when its size is not `bytes`. */
export async function fingerprint(file: Pick<AcceptedFile, 'path' | 'bytes'>): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    throw explainFileError(error, 'reading')
  }
  if (bytes !== file.bytes) throw new StoryglassError('file_changed', `${file.bytes} bytes, then ${bytes}`)
  return hash.digest('hex')
}

/**
 * Throws when the file is not the one that was accepted: gone, or another size or time of change. Cheap enough to ask
 * before and after every stage that reads it.
 */
export async function assertUnchanged(file: {
  readonly path: string
  readonly bytes: number
  readonly modifiedAtMs: number
}): Promise<void> {
  try {
    const found = await stat(file.path)
    if (found.size !== file.bytes || found.mtimeMs !== file.modifiedAtMs) {
      throw new StoryglassError('file_changed', `${file.path}: ${file.bytes} bytes, now ${found.size}`)
    }
  } catch (error) {
    throw explainFileError(error, 'reading')
  }
}
