/**
 * The engine: library, queue, worker threads and intake behind one object. All shells stand on it and it knows none of
 * them. One engine owns a data folder.
 */

import { sweepScratchFolders } from '../disk/scratch.ts'
import { speechIn } from '../shared/texts/speech.ts'
import type { Engine, EngineOptions } from './engine/api.ts'
import { StoryglassEngine } from './engine/core.ts'
import { assertNothingOdd, makePrivate, sweepUnfinished } from './engine/library/data-folder.ts'
import { assertUsable, openLibrarySafely } from './engine/library/open-library.ts'
import { makeDataDir } from './intake/data-dir.ts'
import { dataLayout } from './intake/layout.ts'
import { acquireOwnerLock } from './store/owner-lock.ts'

export type { Engine, EngineOptions, JobCreation, JobRequest } from './engine/api.ts'
export { assertFolderFree } from './engine/documents/document-folder.ts'
export { type LibraryReading, openLibraryReading } from './engine/library/library-reading.ts'
export { type PagePrinter, printOptions, printTimeoutMs } from './engine/printing/page-printer.ts'
export type { CleanReport, CleanRequest } from './engine/queue/clean.ts'
export { createTableReader, type ReadRequest, type TableReader } from './engine/sources/table-reader.ts'
export { type WatchBeside, withWatchBeside } from './engine/watch/watch-beside.ts'
export { resolveDataDir } from './intake/data-dir.ts'
export { type LaunchHost, tailOf } from './pool/hosts/host-process.ts'

/**
 * Opens the data folder and its library; nothing runs before `start`. A damaged library is kept aside and its last good
 * copy takes its place: see `notices`. Throws `library_in_use` when another process has the folder, `library_newer`,
 * `library_busy`, `data_folder_odd`, `disk_read_only`, `disk_not_permitted` or `disk_full`.
 */
export function createEngine(options: EngineOptions): Engine {
  const speech = options.speech ?? speechIn(options.texts?.language ?? 'en', true)
  const { texts } = speech
  makeDataDir(options.dataDir)
  const layout = dataLayout(options.dataDir)
  assertUsable(layout)
  assertNothingOdd(layout)
  makePrivate(layout)
  const lock = acquireOwnerLock(options.dataDir)
  try {
    sweepUnfinished(layout)
    sweepScratchFolders()
    return new StoryglassEngine(
      { ...options, texts, speech },
      lock,
      openLibrarySafely(layout, (options.clock ?? Date.now)(), texts),
    )
  } catch (error) {
    lock.release()
    throw error
  }
}
