/** What each stage is given: the source, the job's options, and what the stages before it left. */
import { type StageInput, type StageMap, type StageOutput, stageSchemas } from '../../shared/contract/stages.ts'
import type { JobOptions } from '../../shared/job/job.ts'
import type { StageName } from '../../shared/job/stage.ts'

export type StageOutputs = { readonly [Name in StageName]?: StageOutput<Name> }

export interface StageSituation {
  readonly source: { readonly path: string; readonly name: string; readonly bytes: number }
  readonly sha256: string
  readonly options: JobOptions
  /** Folder of the finished convert stage, where its Parquet is. */
  readonly convertDir: string
  readonly outputDir: string
  readonly outputs: StageOutputs
}

const inputs: { readonly [Name in StageName]: (situation: StageSituation) => StageInput<Name> } = {
  import: ({ source, sha256, outputDir }) => ({ source, sha256, outputDir }),
  convert: ({ source, options, outputDir, outputs }) => ({
    source,
    kind: finished(outputs, 'import').kind,
    sheet: options.sheet,
    outputDir,
  }),
  analyze: ({ source, options, convertDir, outputDir, outputs }) => ({
    source,
    convertDir,
    tables: finished(outputs, 'convert').tables,
    seed: options.seed,
    depth: options.depth,
    outputDir,
  }),
  narrate: ({ source, options, convertDir, outputDir, outputs }) => ({
    source,
    convertDir,
    analysis: finished(outputs, 'analyze'),
    seed: options.seed,
    outputDir,
  }),
  visualize: ({ source, convertDir, outputDir, outputs }) => ({
    source,
    convertDir,
    analysis: finished(outputs, 'analyze'),
    narrative: finished(outputs, 'narrate'),
    outputDir,
  }),
}

export function stageInput<Name extends StageName>(name: Name, situation: StageSituation): StageMap[Name]['input'] {
  return inputs[name](situation)
}

/** Parses what a stage left, from a worker or from disk, before it is trusted. */
export function parseStageOutput<Name extends StageName>(name: Name, value: unknown): StageOutput<Name> {
  return stageSchemas[name].output.parse(value) as StageOutput<Name>
}

/** What is stored of a stage, or undefined when it cannot be used: gone, or of another shape than today's. */
export function parseStoredOutput<Name extends StageName>(name: Name, value: unknown): StageOutput<Name> | undefined {
  const parsed = stageSchemas[name].output.safeParse(value)
  return parsed.success ? (parsed.data as StageOutput<Name>) : undefined
}

/** The output of a stage the pipeline has finished. Its absence is a fault of ours. */
export function finished<Name extends StageName>(outputs: StageOutputs, name: Name): StageOutput<Name> {
  const output = outputs[name]
  if (output === undefined) throw new Error(`The ${name} stage has no result yet`)
  return output as StageOutput<Name>
}
