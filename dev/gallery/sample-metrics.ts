/** What the queue measured over a busy month, and what it takes on disk. */
import type { Metrics } from '../../src/shared/job/metrics.ts'
import type { Storage } from '../../src/shared/job/queue.ts'
import type { LibraryNotice } from '../../src/shared/library/notice.ts'

const dayMs = 86_400_000
const now = Date.now()

export const sampleMetrics: Metrics = {
  since: new Date(now - 30 * dayMs).toISOString(),
  jobs: { created: 214, completed: 187, failed: 12, cancelled: 9, queued: 4, processing: 2 },
  successRate: 187 / 199,
  waiting: { count: 205, medianMs: 340, p95Ms: 21_400, meanMs: 2900 },
  running: { count: 187, medianMs: 4200, p95Ms: 38_000, meanMs: 8100 },
  stages: [
    { stage: 'import', kind: 'csv', count: 160, medianMs: 40, p95Ms: 210, meanMs: 70 },
    { stage: 'convert', kind: 'csv', count: 158, medianMs: 900, p95Ms: 9800, meanMs: 2100 },
    { stage: 'analyze', kind: 'csv', count: 154, medianMs: 1900, p95Ms: 14_000, meanMs: 3900 },
    { stage: 'narrate', kind: 'csv', count: 154, medianMs: 420, p95Ms: 2600, meanMs: 700 },
    { stage: 'visualize', kind: 'csv', count: 154, medianMs: 310, p95Ms: 1900, meanMs: 520 },
    { stage: 'import', kind: 'xlsx', count: 41, medianMs: 60, p95Ms: 240, meanMs: 90 },
    { stage: 'convert', kind: 'xlsx', count: 36, medianMs: 1500, p95Ms: 12_400, meanMs: 3300 },
    { stage: 'analyze', kind: 'xlsx', count: 33, medianMs: 1700, p95Ms: 9100, meanMs: 2800 },
    { stage: 'narrate', kind: 'xlsx', count: 33, medianMs: 380, p95Ms: 1800, meanMs: 600 },
    { stage: 'visualize', kind: 'xlsx', count: 33, medianMs: 290, p95Ms: 1500, meanMs: 450 },
  ],
  queueDepth: Array.from({ length: 60 }, (_, index) => ({
    at: new Date(now - (60 - index) * (dayMs / 2)).toISOString(),
    depth: Math.max(0, Math.round(6 * Math.sin(index / 4) + ((index * 7) % 5) - 1)),
  })),
  failures: [
    { code: 'PREPROCESSING_ERROR', reason: 'encrypted_workbook', kind: 'xlsx', count: 5 },
    { code: 'PREPROCESSING_ERROR', reason: 'binary_file', kind: 'unknown', count: 4 },
    { code: 'PROCESSING_ERROR', reason: 'out_of_memory', kind: 'csv', count: 2 },
    { code: 'PREPROCESSING_ERROR', reason: 'no_rows', kind: 'csv', count: 1 },
  ],
  automaticRetries: 3,
  manualRetries: 2,
  recoveries: 1,
}

/** A library in which nothing has been worked on. */
export const emptyMetrics: Metrics = {
  since: sampleMetrics.since,
  jobs: { created: 0, completed: 0, failed: 0, cancelled: 0, queued: 0, processing: 0 },
  successRate: null,
  waiting: { count: 0, medianMs: null, p95Ms: null, meanMs: null },
  running: { count: 0, medianMs: null, p95Ms: null, meanMs: null },
  stages: [],
  queueDepth: sampleMetrics.queueDepth.map(({ at }) => ({ at, depth: 0 })),
  failures: [],
  automaticRetries: 0,
  manualRetries: 0,
  recoveries: 0,
}

export const sampleStorage: Storage = {
  folder: '/home/ada/.local/share/storyglass',
  library: 18_400_000,
  backups: 36_000_000,
  artifacts: 412_000_000,
  sources: 96_000_000,
  logs: 220_000,
}

/** A library that was damaged and came back from yesterday's copy. */
export const restoredNotice: LibraryNotice = {
  id: 'notice-restored',
  kind: 'library_restored',
  at: new Date(now).toISOString(),
  message: 'Your library was damaged and has been restored from a copy.',
  hint: 'Drop the files named below again to have their stories back.',
  keptAs: 'library-damaged-2025-11-22.sqlite',
  restoredFrom: new Date(now - dayMs).toISOString(),
  lost: { jobs: 3, stories: 2, names: ['Sales rose in every region', 'visits-2024.csv'], complete: false },
}
