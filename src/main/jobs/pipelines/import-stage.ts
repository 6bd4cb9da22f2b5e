/** The import stage, the same in each pipeline: what the source is, and so which pipeline it belongs to. */
import path from 'node:path'
import { type StageOutput, stageSchemas } from '../../../shared/contract/stages.ts'
import { pipelineOfFormat } from '../../../shared/file-formats/formats.ts'
import type { Pipeline } from '../../../shared/job/pipeline.ts'
import { type Outputs, type StageDefinition, type StageWork, sourceOf } from './pipeline.ts'

export const importStage: StageDefinition = {
  readsSource: true,
  run: ({ job, options, wantsShape, outputDir, documents, pool, signal, report }) =>
    pool.runStage(
      'import',
      {
        source: sourceOf(job),
        sha256: job.sha256,
        outputDir,
        sheet: options.sheet,
        password: documents.password(job.id),
        ...(wantsShape ? { wantsShape } : {}),
        ...(options.reading?.sheetsAsOne === true ? { asOne: true } : {}),
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

type SourceFile = ReturnType<typeof sourceOf>

/** The file to read: the job's own, or the first of those that were inside it. */
export function readSourceOf(work: Pick<StageWork, 'job' | 'outputs' | 'importDir'>): SourceFile {
  return partsOf(work)[0]?.source ?? sourceOf(work.job)
}

/** What was inside the job's file, in its place; none where it is read itself. */
export function partsOf({
  outputs,
  importDir,
}: Pick<StageWork, 'outputs' | 'importDir'>): { source: SourceFile; kind: StageOutput<'import'>['kind'] }[] {
  return (importedOf(outputs).inside?.files ?? []).map(({ file, name, bytes, kind }) => ({
    source: { path: path.join(importDir, path.basename(file)), name, bytes },
    kind,
  }))
}

/** What the result is called after: the one file that was inside, else the job's own. */
export function namedSourceOf(work: Pick<StageWork, 'job' | 'outputs' | 'importDir'>): SourceFile {
  const [only, ...others] = partsOf(work)
  return only === undefined || others.length > 0 ? sourceOf(work.job) : only.source
}
