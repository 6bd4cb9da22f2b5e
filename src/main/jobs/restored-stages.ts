/** What earlier attempts of a job finished and left on the disk. */
import type { StageName } from '../../shared/job/stage.ts'
import { deleteJobStage, selectJobStages } from '../store/job-stages.ts'
import type { JobRow } from '../store/jobs.ts'
import type { Outputs, StageDefinition } from './pipelines/pipeline.ts'
import type { RunServices } from './run-services.ts'

export interface RestoredStages {
  readonly outputs: Outputs
  /** Milliseconds. */
  readonly timings: Record<StageName, number>
}

/** In the order of `stages`. One whose result is gone or unreadable is forgotten, and all that follow it. */
export async function restoredStages(
  { library, files, logger }: Pick<RunServices, 'library' | 'files' | 'logger'>,
  job: JobRow,
  stages: readonly StageName[],
  definitionOf: (stage: StageName) => StageDefinition,
): Promise<RestoredStages> {
  const timings: Record<StageName, number> = { import: 0, convert: 0, analyze: 0, narrate: 0, visualize: 0 }
  let outputs: Outputs = {}
  const recorded = new Map(selectJobStages(library, job.id).map((row) => [row.stage, row]))
  let intact = true
  for (const stage of stages) {
    const row = recorded.get(stage)
    if (row === undefined) {
      intact = false
      continue
    }
    const parsed = intact ? parsedStored(definitionOf(stage), await files.read(row.output_path)) : undefined
    if (parsed === undefined) {
      intact = false
      logger.warn('A finished stage is run again: its stored result cannot be used', { job: job.id, stage })
      deleteJobStage(library, job.id, stage)
      continue
    }
    outputs = { ...outputs, [stage]: parsed }
    timings[stage] = row.elapsed_ms
  }
  return { outputs, timings }
}

/** Undefined when what is stored cannot be used: gone, or of another shape than today's. */
function parsedStored(definition: StageDefinition, stored: unknown): unknown {
  try {
    return definition.parse(stored)
  } catch {
    return undefined
  }
}
