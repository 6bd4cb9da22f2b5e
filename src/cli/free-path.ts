/** Where something is to be written that nobody asked to replace. */
import { lstat, mkdir } from 'node:fs/promises'
import { explainFileError } from '../disk/file-errors.ts'
import { StoryglassError } from '../shared/failure/failure.ts'

export interface ForceOption {
  /** Whether a file of that name is replaced. */
  readonly force?: boolean
}

/** Makes the folder something is to be written into, and those it lies in. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}

/** Throws `file_exists` where something of that name is there, unless it may be replaced. */
export async function assertFree(file: string, { force = false }: ForceOption): Promise<void> {
  if (force) return
  try {
    await lstat(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw explainFileError(error, 'writing')
  }
  throw new StoryglassError('file_exists', file)
}
