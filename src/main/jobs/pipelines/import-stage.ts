/** The import stage, the same in each pipeline: what the source is, and so which pipeline it belongs to. */
import { type StageOutput, stageSchemas } from '../../../shared/contract/stages.ts'
import { documentKinds } from '../../../shared/document/kinds.ts'
import type { Pipeline } from '../../../shared/job/stage.ts'
import type { SourceKind } from '../../../shared/story/source.ts'
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
  return pipeline ?? pipelineOfKind(kind) ?? current
}

function pipelineOfKind(kind: SourceKind): Pipeline | null {
  if (kind === 'csv' || kind === 'xlsx') return 'story'
  return documentKinds.some((one) => one === kind) ? 'document' : null
}

/** What a file of this name is likely to be, until its content is looked at. */
export function pipelineOfName(name: string): Pipeline {
  return /\.(?:pdf|docx|md|markdown|html?|xhtml|txt)$/iu.test(name) ? 'document' : 'story'
}
