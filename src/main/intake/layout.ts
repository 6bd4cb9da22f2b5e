/** Where things are in the data folder. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { StageName } from '../../shared/job/stage.ts'

export interface DataLayout {
  readonly dataDir: string
  readonly library: string
  /** One folder a job, one folder a finished stage in it. */
  readonly jobs: string
  /** Bytes on their way in, or arrived and not yet used by a job. Emptied at every start. */
  readonly uploads: string
  /** Copies of uploaded files that a job needs, named by their SHA-256. */
  readonly sources: string
  readonly backups: string
  readonly logs: string
}

export function dataLayout(dataDir: string): DataLayout {
  const inside = (name: string): string => path.join(dataDir, name)
  return {
    dataDir,
    library: inside('library.sqlite'),
    jobs: inside('jobs'),
    uploads: inside('uploads'),
    sources: inside('sources'),
    backups: inside('backups'),
    logs: inside('logs'),
  }
}

export async function makeFolders(layout: DataLayout): Promise<void> {
  for (const folder of [layout.jobs, layout.uploads, layout.sources, layout.backups, layout.logs]) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  }
}

export function jobFolder(layout: DataLayout, jobId: string): string {
  return path.join(layout.jobs, jobId)
}

/** The folder of a finished stage. */
export function stageFolder(layout: DataLayout, jobId: string, stage: StageName): string {
  return path.join(layout.jobs, jobId, stage)
}

/** Its name while the stage runs, told apart by claim so that a run that lingers cannot write into the next one's. */
export function temporaryStageFolder(layout: DataLayout, jobId: string, stage: StageName, claim: number): string {
  return path.join(layout.jobs, jobId, `${stage}.tmp-${claim}`)
}

/** What can be read of a document, from its first page on; it outlasts attempts, restarts and the job itself. */
export function readingFolder(layout: DataLayout, jobId: string): string {
  return path.join(layout.jobs, jobId, readingFolderName)
}

export const readingFolderName = 'reading'

/** Orders of rows that the data view keeps of a job's tables. A cache: it goes with the job, and at every start. */
export function gridFolder(layout: DataLayout, jobId: string): string {
  return path.join(layout.jobs, jobId, 'grid')
}

export const stageOutputFile = 'output.json'
