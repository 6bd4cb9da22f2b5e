/** Writing so that a file or folder is either wholly there or not at all, also after a power cut. */
import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { explainFileError } from './file-errors.ts'

/** Called between the steps of a durable change, for tests that stop the process there. */
export type AtPoint = (point: 'before_rename' | 'after_rename') => void
const nowhere: AtPoint = () => undefined

/** Writes `data` to `file` through a temporary file beside it: readers see the old content or the new. */
export async function writeFileDurably(file: string, data: string | Uint8Array, atPoint: AtPoint = nowhere) {
  await replaceDurably(file, (temporary) => writeFile(temporary, data, { flag: 'wx' }), atPoint)
}

/**
 * The same for a file whose loss does no harm, in a folder that is put on the disk as a whole later: it is there whole
 * or not at all, but a power cut may take it with its name.
 */
export async function writeFileWhole(file: string, data: string | Uint8Array): Promise<void> {
  await replace(file, (temporary) => writeFile(temporary, data, { flag: 'wx' }), nowhere)
}

/** Lets `write` make a temporary file beside `file`, then puts it in the place of `file`. Nothing is left on failure. */
export async function replaceDurably<Result>(
  file: string,
  write: (temporary: string) => Promise<Result>,
  atPoint: AtPoint = nowhere,
): Promise<Result> {
  const result = await replace(file, write, atPoint)
  try {
    await syncFolder(path.dirname(file))
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
  return result
}

const temporaryName = (): string => `.${randomUUID()}.tmp`

/** Whether `name` is that of a temporary file of this module: one that is found where nobody writes was left by a process that died. */
export function isTemporaryName(name: string): boolean {
  return /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u.test(name)
}

/** Removes what a process that died left half written in `folder` and the folders in it. Nobody may be writing there. */
export async function removeTemporaryFiles(folder: string): Promise<void> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    const left = entries.filter((entry) => entry.isFile() && isTemporaryName(entry.name))
    for (const entry of left) await rm(path.join(entry.parentPath, entry.name), { force: true })
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}

async function replace<Result>(
  file: string,
  write: (temporary: string) => Promise<Result>,
  atPoint: AtPoint,
): Promise<Result> {
  const temporary = path.join(path.dirname(file), temporaryName())
  try {
    const result = await write(temporary)
    await syncPath(temporary)
    atPoint('before_rename')
    await rename(temporary, file)
    atPoint('after_rename')
    return result
  } catch (error) {
    await rm(temporary, { force: true })
    throw explainFileError(error, 'writing')
  }
}

/**
 * Puts the finished folder `temporary` in the place of `final`, every file in it on the disk first. An older `final`
 * (from a run that was never recorded) is removed.
 */
export async function publishFolder(temporary: string, final: string, atPoint: AtPoint = nowhere): Promise<void> {
  try {
    await syncTree(temporary)
    atPoint('before_rename')
    await rm(final, { recursive: true, force: true })
    await rename(temporary, final)
    atPoint('after_rename')
    await syncFolder(path.dirname(final))
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}

/** Files at once on their way to the disk: most of them share its waits. */
const syncedTogether = 16

/** Every file and folder inside, on the disk. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(folder, entry.name))
  for (let start = 0; start < files.length; start += syncedTogether) {
    await Promise.all(files.slice(start, start + syncedTogether).map(syncPath))
  }
  for (const entry of entries) if (entry.isDirectory()) await syncTree(path.join(folder, entry.name))
  await syncFolder(folder)
}

export async function syncPath(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes renames in `folder` durable. Windows has no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
