/** Clean-up: jobs that ended long ago and that no story or document needs, with their files. */
import type { Dirent } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type DataLayout, jobFolder } from '../../intake/layout.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { deleteJob, selectExpiredJobIds } from '../../store/expired-jobs.ts'
import type { Library } from '../../store/library.ts'
import { deleteOldEvents } from '../../store/metrics.ts'
import { deleteUnusedSources } from '../../store/sources.ts'

export interface CleanRequest {
  /** Completed jobs without a story or document and cancelled ones; days since they ended. */
  readonly days?: number
  readonly failedDays?: number
  /** Only says what would be removed. */
  readonly dryRun?: boolean
}

export interface CleanReport {
  readonly jobIds: string[]
  /** On disk, freed or, in a dry run, to be freed. */
  readonly bytes: number
  readonly dryRun: boolean
}

const defaultDays = 30
const defaultFailedDays = 90
/** Longer than any job lives, so that the metrics keep a year. */
const eventDays = 365
const dayMs = 86_400_000

export interface CleanServices {
  readonly library: Library
  readonly layout: DataLayout
  readonly files: StageFiles
  readonly clock: () => number
  readonly onRemoved: (jobId: string) => void
  /** A window may still make a job of this copy; if it does not, the next start collects it. */
  readonly isHeld: (file: string) => boolean
}

export async function cleanJobs(services: CleanServices, request: CleanRequest): Promise<CleanReport> {
  const { library, layout, files, clock, onRemoved, isHeld } = services
  const now = clock()
  const expired = [
    ...selectExpiredJobIds(library, ['completed', 'cancelled'], now - (request.days ?? defaultDays) * dayMs),
    ...selectExpiredJobIds(library, ['failed'], now - (request.failedDays ?? defaultFailedDays) * dayMs),
  ]
  let bytes = 0
  const jobIds: string[] = []
  for (const id of expired) {
    const size = await folderBytes(jobFolder(layout, id))
    // The record first: files without one are collected at the next start, a record without files would be wrong.
    if (request.dryRun !== true && !deleteJob(library, id)) continue
    jobIds.push(id)
    bytes += size
    if (request.dryRun === true) continue
    await files.removeJob(id)
    onRemoved(id)
  }
  if (request.dryRun !== true) {
    for (const file of deleteUnusedSources(library)) {
      if (isHeld(file)) continue
      bytes += (await stat(file).catch(() => null))?.size ?? 0
      await rm(file, { force: true })
    }
    deleteOldEvents(library, now - eventDays * dayMs)
  }
  return { jobIds, bytes, dryRun: request.dryRun === true }
}

/** Sum of the sizes of all files in the folder; 0 when it is not there. */
export async function folderBytes(folder: string): Promise<number> {
  const entries: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  let bytes = 0
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0
  }
  return bytes
}
