/** What the conversion of a document needs beyond its own job. */
import type { AtFaultPoint } from '../faults.ts'
import type { ReadingFolder } from './reading-folder.ts'

export interface DocumentServices {
  readonly reading: (jobId: string) => ReadingFolder
  /** Given for this job and not yet forgotten; kept in memory only. */
  readonly password: (jobId: string) => string | null
  /** How many threads a document of this size may keep busy at this moment, itself among others; at least one. */
  readonly pageThreads: (bytes: number) => number
  /** Its facts (no pages) or more of its pages can be read now. Never throws. */
  readonly onPages: (jobId: string, pages: readonly number[]) => void
  readonly atFaultPoint: AtFaultPoint
}
