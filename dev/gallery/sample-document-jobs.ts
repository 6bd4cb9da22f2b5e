/** Jobs that read documents, in the states that differ from those of stories. */
import { describeFailure, type FailureReason } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'
import { overallPercent } from '../../src/shared/job/stage.ts'
import { english } from './english.ts'
import { jobOf } from './sample-jobs.ts'

const report = { name: 'harbour-report.pdf', bytes: 279_313, sha256: 'a1'.repeat(32), kind: 'pdf' } as const
const long = {
  name: 'survey of the sea wall (scan).pdf',
  bytes: 88_400_000,
  sha256: 'a2'.repeat(32),
  kind: 'pdf',
} as const

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString()
}

const imported: Job['stages'] = [{ name: 'import', finishedAt: ago(8000), elapsedMs: 210 }]

function documentJob(change: Partial<Job> & { readonly id: string }): Job {
  return jobOf({ pipeline: 'document', source: report, startedAt: ago(9000), ...change })
}

function failedJob(id: string, reason: FailureReason, source: Job['source'], change: Partial<Job> = {}): Job {
  return documentJob({
    id,
    source,
    status: 'failed',
    stage: 'convert',
    percent: 2,
    canRetry: true,
    finishedAt: ago(60_000),
    stages: imported,
    failure: { ...describeFailure(english, reason, { name: source.name }), at: ago(60_000) },
    ...change,
  })
}

export const documentJobs = {
  /** Its pages are known but none is read: the job's own screen still stands. */
  opening: documentJob({
    id: 'opening',
    source: long,
    status: 'processing',
    stage: 'convert',
    percent: overallPercent('document', 'convert', 0),
    note: 'Opening the document',
    stages: imported,
  }),
  /** As far as its name goes a document, not yet looked into. */
  unseen: jobOf({ id: 'unseen', source: { ...long, kind: 'unknown' }, status: 'processing', stage: 'import' }),
  reading: documentJob({
    id: 'reading',
    source: long,
    status: 'processing',
    stage: 'convert',
    percent: overallPercent('document', 'convert', 57 / 212),
    note: 'Reading pages',
    units: { done: 57, total: 212, unit: 'pages' },
    secondsLeft: 41,
    stages: imported,
  }),
  summing: documentJob({
    id: 'summing',
    status: 'processing',
    stage: 'narrate',
    percent: overallPercent('document', 'narrate', 0.4),
    stages: [...imported, { name: 'convert', finishedAt: ago(400), elapsedMs: 2300 }],
  }),
  ready: documentJob({
    id: 'ready',
    status: 'completed',
    stage: 'narrate',
    percent: 100,
    finishedAt: ago(120_000),
    startedAt: ago(124_000),
  }),
  locked: failedJob('locked', 'encrypted_document', { ...report, name: 'contract (confidential).pdf' }),
  lockedWord: failedJob('locked-word', 'encrypted_document', { ...report, name: 'minutes.docx', kind: 'docx' }),
  damaged: failedJob('damaged', 'damaged_document', { ...report, name: 'half a download.pdf' }),
  /** Stopped in the middle: what was read can be looked at. */
  halfRead: failedJob('half-read', 'disk_full', long, {
    percent: overallPercent('document', 'convert', 57 / 212),
    units: { done: 57, total: 212, unit: 'pages' },
  }),
  /** A table of a document, told as a story. */
  told: jobOf({
    id: 'told',
    source: {
      name: 'harbour-report, table 1.csv',
      bytes: 512,
      sha256: 'a3'.repeat(32),
      kind: 'csv',
      origin: { documentId: 'ready', name: 'harbour-report.pdf', page: 3, table: 0 },
    },
  }),
} satisfies Record<string, Job>
