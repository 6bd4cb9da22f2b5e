/** Which folder holds the library. */

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import envPaths from 'env-paths'
import { explainFileError } from '../../disk/file-errors.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { note } from '../../shared/story/note.ts'

/**
 * The data folder, absolute: the one asked for, else `STORYGLASS_DATA_DIR`, else the platform's folder for
 * applications' data. An empty text counts as not given.
 */
export function resolveDataDir(asked: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = asked || environment.STORYGLASS_DATA_DIR || envPaths('storyglass', { suffix: '' }).data
  return path.resolve(chosen)
}

/**
 * Makes the folder, readable by its owner only. Throws `disk_read_only` where that is not allowed, and an error of ours for
 * a folder that is not absolute: it would lie wherever the program was started, or be none at all.
 */
export function makeDataDir(dataDir: string): void {
  if (!path.isAbsolute(dataDir)) throw new Error(`The data folder is not absolute: ${JSON.stringify(dataDir)}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new StoryglassError('disk_read_only', note('failed.noFolder', { path: dataDir }), { cause: error })
    }
    throw explainFileError(error, 'writing')
  }
}
