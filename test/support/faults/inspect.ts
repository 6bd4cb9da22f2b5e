/** What a dead process left, looked at from outside, on a copy: the library itself is the next life's to recover. */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openLibrary } from '../../../src/main/store/library.ts'
import type { JobStatus } from '../../../src/shared/job/job.ts'

export interface JobState {
  readonly id: string
  readonly status: JobStatus
  readonly reason: string | null
}

export interface Inspection {
  readonly integrityProblems: readonly string[]
  readonly jobs: ReadonlyMap<string, JobState>
  /** Stories and documents beyond the first of a source. */
  readonly duplicatedStories: number
  /** Stories and documents without a completed job, and completed jobs without what they are for. */
  readonly halfDone: number
  /** Stages run although finished, or begun beside another one of the same attempt. */
  readonly repeatedStages: readonly string[]
}

export function inspect(dataDir: string, runsFile: string, scratchDir: string): Inspection {
  const copy = path.join(scratchDir, 'library.sqlite')
  for (const end of ['', '-wal']) {
    rmSync(`${copy}${end}`, { force: true })
    const original = path.join(dataDir, `library.sqlite${end}`)
    if (existsSync(original)) copyFileSync(original, `${copy}${end}`)
  }
  rmSync(`${copy}-shm`, { force: true })
  const library = openLibrary(copy)
  try {
    const all = <Row>(sql: string): Row[] => library.statement(sql).all() as Row[]
    const jobs = all<JobState>('SELECT id, status, failure_reason AS reason FROM jobs')
    const stages = all<{ job_id: string; stage: string; claim: number }>('SELECT job_id, stage, claim FROM job_stages')
    const [duplicates] = all<{ count: number }>(`
      SELECT (SELECT count(*) - count(DISTINCT sha256 || options_key) FROM stories)
        + (SELECT count(*) - count(DISTINCT sha256) FROM documents) AS count`)
    const [halves] = all<{ count: number }>(`
      SELECT count(*) AS count FROM jobs
      LEFT JOIN stories ON stories.job_id = jobs.id LEFT JOIN documents ON documents.id = jobs.id
      WHERE (jobs.status = 'completed') <> ((stories.id IS NOT NULL) + (documents.id IS NOT NULL) = 1)`)
    return {
      integrityProblems: library.integrityProblems(),
      jobs: new Map(jobs.map((job) => [job.id, job])),
      duplicatedStories: duplicates?.count ?? 0,
      halfDone: halves?.count ?? 0,
      repeatedStages: repeatedStages(readRuns(runsFile), stages),
    }
  } finally {
    library.close()
  }
}

interface StageRun {
  readonly job_id: string
  readonly stage: string
  readonly claim: number
}

function readRuns(runsFile: string): StageRun[] {
  if (!existsSync(runsFile)) return []
  const lines = readFileSync(runsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => {
    const [job_id = '', stage = '', claim = ''] = line.split(' ')
    return { job_id, stage, claim: Number(claim) }
  })
}

/**
 * A claim may leave one stage begun and not recorded: the one that was running. A stage recorded under an earlier claim
 * may not be begun again.
 */
function repeatedStages(runs: readonly StageRun[], recorded: readonly StageRun[]): string[] {
  const recordedClaim = new Map(recorded.map((row) => [`${row.job_id} ${row.stage}`, row.claim]))
  const unfinished = new Map<string, number>()
  const repeated: string[] = []
  for (const { job_id, stage, claim } of runs) {
    const finishedBy = recordedClaim.get(`${job_id} ${stage}`)
    if (finishedBy !== undefined && finishedBy < claim) repeated.push(`${job_id} ${stage}: finished, and run again`)
    if (finishedBy === claim) continue
    const attempt = `${job_id} #${claim}`
    unfinished.set(attempt, (unfinished.get(attempt) ?? 0) + 1)
  }
  for (const [attempt, count] of unfinished) {
    for (let extra = 1; extra < count; extra += 1) repeated.push(`${attempt}: more than one stage not finished`)
  }
  return repeated
}
