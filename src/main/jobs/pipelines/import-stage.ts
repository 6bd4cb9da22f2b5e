/** The import stage, the same in each pipeline: what the source is, and so which pipeline it belongs to. */
import { type StageOutput, stageSchemas } from '../../../shared/contract/stages.ts'
import { pipelineOfFormat } from '../../../shared/file-formats/formats.ts'
import type { Pipeline } from '../../../shared/job/pipeline.ts'
import { type Outputs, type StageDefinition, sourceOf } from './pipeline.ts'

export const importStage: StageDefinition = {
  readsSource: true,
  run: ({ job, outputDir, pool, signal, report }) =>
    pool.runStage(
      'import',
      {
        source: sourceOf(job),
        sha256: job.sha256,
        outputDir,
        ...(job.wanted === null ? {} : { wanted: job.wanted }),
      },
      { signal, onProgress: report },
    ),
  parse: (value) => stageSchemas.import.output.parse(value),
}

/** What the import stage found. Its absence is a fault of ours. */
export function importedOf({ import: imported }: Outputs): StageOutput<'import'> {
  if (imported === undefined) throw new Error('The import stage has no result yet')
  return stageSchemas.import.output.parse(imported)
}

/** What reads a source of which the import found this; `current` where that leaves it open. */
export function pipelineOf({ pipeline, kind }: StageOutput<'import'>, current: Pipeline): Pipeline {
  return pipeline ?? pipelineOfFormat(kind) ?? current
}
