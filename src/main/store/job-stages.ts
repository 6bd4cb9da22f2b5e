/** Table `job_stages`: stages a job has finished, with where their results are. */
import type { StageName } from '../../shared/job/stage.ts'
import type { Library } from './library.ts'

export interface JobStageRow {
  readonly job_id: string
  readonly stage: StageName
  readonly claim: number
  readonly finished_at: number
  readonly elapsed_ms: number
  readonly output_path: string
}

export function insertJobStage(library: Library, row: JobStageRow): void {
  library
    .statement(`
      INSERT INTO job_stages (job_id, stage, claim, finished_at, elapsed_ms, output_path)
      VALUES (@job_id, @stage, @claim, @finished_at, @elapsed_ms, @output_path)`)
    .run(row)
}

export function selectJobStages(library: Library, jobId: string): JobStageRow[] {
  return library.statement('SELECT * FROM job_stages WHERE job_id = ? ORDER BY finished_at').all(jobId) as JobStageRow[]
}

/** Of all these jobs; each job's in the order they finished. */
export function selectStagesOfJobs(library: Library, jobIds: readonly string[]): JobStageRow[] {
  return library
    .statement(`
      SELECT * FROM job_stages WHERE job_id IN (SELECT value FROM json_each(?)) ORDER BY job_id, finished_at`)
    .all(JSON.stringify(jobIds)) as JobStageRow[]
}

/** Forgets a stage whose result is gone, so that it runs again. */
export function deleteJobStage(library: Library, jobId: string, stage: StageName): void {
  library.statement('DELETE FROM job_stages WHERE job_id = ? AND stage = ?').run(jobId, stage)
}
