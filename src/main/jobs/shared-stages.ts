/** What a new version of a story has in common with the one it tells again: finished stages that were given the same. */
import { isDeepStrictEqual } from 'node:util'
import { CancelledError } from '../../shared/failure/failure.ts'
import { type JobOptions, jobOptionsSchema } from '../../shared/job/job.ts'
import type { StageName } from '../../shared/job/stage.ts'
import { selectJobStages } from '../store/job-stages.ts'
import { type JobRow, selectJob } from '../store/jobs.ts'
import { selectJobOfStory } from '../store/stories.ts'
import { importedOf } from './pipelines/import-stage.ts'
import type { StageDefinition } from './pipelines/pipeline.ts'
import type { RunServices } from './run-services.ts'

type Services = Pick<RunServices, 'library' | 'files' | 'logger'>

/**
 * Puts the files of the stage as the version before left them into `outputDir` and gives its result; null where it has to
 * run: what it is given is another, or the version before is gone.
 */
export async function sharedResult(
  services: Services,
  job: JobRow,
  stage: StageName,
  definition: StageDefinition,
  outputDir: string,
  signal: AbortSignal,
): Promise<{ readonly output: unknown } | null> {
  const before = versionBefore(services, job)
  if (before === null || !isGivenTheSame(stage, optionsOf(before), optionsOf(job))) return null
  const row = selectJobStages(services.library, before.id).find((one) => one.stage === stage)
  if (row === undefined) return null
  try {
    const output = definition.parse(await services.files.read(row.output_path))
    // What was inside an archive is not kept with the story: it is unpacked again, should it be needed.
    if (stage === 'import' && importedOf({ import: output }).inside !== undefined) return null
    if (stage !== 'import') await services.files.share(before.id, stage, outputDir)
    if (signal.aborted) throw new CancelledError()
    return { output }
  } catch (error) {
    if (signal.aborted) throw error
    // Whatever was put there already is none of this run's.
    await services.files.begin(job, stage)
    services.logger.info('A stage cannot be shared with the version before, and runs', {
      ...{ job: job.id, stage, why: String(error) },
    })
    return null
  }
}

function versionBefore({ library }: Services, { retells, sha256 }: JobRow): JobRow | null {
  const jobId = retells === null ? null : selectJobOfStory(library, retells)
  const before = jobId === null ? null : selectJob(library, jobId)
  return before?.sha256 === sha256 ? before : null
}

function optionsOf({ options }: JobRow): JobOptions {
  return jobOptionsSchema.parse(JSON.parse(options))
}

/** What is said of the columns is heeded by the analysis, what is said of the file by its reading. */
function isGivenTheSame(stage: StageName, before: JobOptions, now: JobOptions): boolean {
  switch (stage) {
    case 'import':
    case 'convert':
      return before.sheet === now.sheet && isDeepStrictEqual(before.reading, now.reading)
    case 'analyze':
    case 'narrate':
    case 'visualize':
      return false
  }
}
