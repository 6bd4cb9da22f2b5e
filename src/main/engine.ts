/**
 * The engine: library, queue, worker threads and intake behind one object. All shells stand on it and it knows none of
 * them. One engine owns a data folder.
 */
import type { Engine, EngineOptions } from './engine/api.ts'
import { StoryglassEngine } from './engine/core.ts'
import { makeDataDir } from './intake/data-dir.ts'
import { dataLayout } from './intake/layout.ts'
import { openLibrary } from './store/library.ts'
import { acquireOwnerLock } from './store/owner-lock.ts'

export type { Engine, EngineOptions, JobCreation, JobRequest } from './engine/api.ts'
export type { CleanReport, CleanRequest } from './engine/clean.ts'
export { createTableReader, type ReadRequest, type TableReader } from './engine/reader.ts'
export { resolveDataDir } from './intake/data-dir.ts'

/**
 * Opens the data folder and its library; nothing runs before `start`. Throws `library_in_use` when another process has
 * the folder, `library_newer`, `library_damaged` or `disk_read_only`.
 */
export function createEngine(options: EngineOptions): Engine {
  makeDataDir(options.dataDir)
  const lock = acquireOwnerLock(options.dataDir)
  try {
    return new StoryglassEngine(options, lock, openLibrary(dataLayout(options.dataDir).library))
  } catch (error) {
    lock.release()
    throw error
  }
}
