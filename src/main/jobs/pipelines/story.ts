/** The pipeline `story`: each stage is one run of a worker thread, given what the stages before it left. */
import { type StageInput, type StageMap, type StageOutput, stageSchemas } from '../../../shared/contract/stages.ts'
import type { StageName } from '../../../shared/job/stage.ts'
import { factsOfConverted, factsOfProfiled, firstFacts } from '../../../shared/story/first-facts.ts'
import type { SourceOrigin } from '../../../shared/story/source.ts'
import { storedOrigin } from '../view.ts'
import { importStage, namedSourceOf, partsOf, readSourceOf } from './import-stage.ts'
import type { Outputs, PipelineDefinition, StageDefinition, StageWork } from './pipeline.ts'

export type StoryOutputs = { readonly [Name in StageName]?: StageOutput<Name> }
type StoryStage = Exclude<StageName, 'import'>

const inputs: {
  readonly [Name in StoryStage]: (work: StageWork, outputs: StoryOutputs) => StageInput<Name>
} = {
  convert: (work, outputs) => {
    const { job, options, kept, outputDir } = work
    const { kind, inside } = finished(outputs, 'import')
    const parts = partsOf(work)
    return {
      source: readSourceOf(work),
      kind,
      ...(parts.length > 1 ? { parts } : {}),
      ...(inside === undefined ? {} : { notes: inside.notes }),
      sheet: inside?.chosen === true ? null : options.sheet,
      ...writtenOf(storedOrigin(job)),
      ...(options.reading === undefined ? {} : { reading: options.reading }),
      ...(kept === null ? {} : { reading: kept.reading, readingOf: kept.from }),
      outputDir,
    }
  },
  analyze: ({ job, options, kept, convertDir, outputDir, keptColumns, ...work }, outputs) => ({
    source: namedSourceOf({ job, ...work }),
    convertDir,
    tables: finished(outputs, 'convert').tables,
    ...(keptColumns === null ? {} : { keptColumns }),
    seed: options.seed,
    depth: options.depth,
    ...(options.focus === undefined ? {} : { focus: options.focus }),
    ...((options.reading ?? kept?.reading)?.keepTotals === true ? { keepTotals: true } : {}),
    outputDir,
  }),
  narrate: ({ job, options, convertDir, outputDir, ...work }, outputs) => ({
    source: namedSourceOf({ job, ...work }),
    convertDir,
    analysis: finished(outputs, 'analyze'),
    seed: options.seed,
    outputDir,
  }),
  visualize: ({ job, convertDir, outputDir, ...work }, outputs) => ({
    source: namedSourceOf({ job, ...work }),
    convertDir,
    analysis: finished(outputs, 'analyze'),
    narrative: finished(outputs, 'narrate'),
    outputDir,
  }),
}

/** A table of a document is a file of our own making, and the document knows its header. */
function writtenOf(origin: SourceOrigin | null): Pick<StageInput<'convert'>, 'written'> {
  return origin === null ? {} : { written: { header: origin.header === true } }
}

function stage<Name extends StoryStage>(name: Name): StageDefinition {
  return {
    readsSource: name === 'convert',
    run: (work) => {
      const input = inputs[name](work, storyOutputs(work.outputs)) as StageMap[Name]['input']
      return work.pool.runStage(name, input, { signal: work.signal, onProgress: work.report, onFacts: work.facts })
    },
    parse: (value) => stageSchemas[name].output.parse(value),
  }
}

export const storyPipeline: PipelineDefinition = {
  stages: {
    import: importStage,
    convert: stage('convert'),
    analyze: stage('analyze'),
    narrate: stage('narrate'),
    visualize: stage('visualize'),
  },
  sizeOf: (outputs) => {
    const { convert } = storyOutputs(outputs)
    if (convert === undefined) return null
    return convert.tables.reduce((sum, table) => sum + table.rows * table.columns.length, 0)
  },
  factsOf: (outputs) => {
    const { analyze, convert } = storyOutputs(outputs)
    if (analyze !== undefined) return firstFacts(analyze.tables.map((table) => factsOfProfiled(table)))
    return convert === undefined ? null : firstFacts(convert.tables.map(factsOfConverted))
  },
}

/** Each was parsed by the schema of its stage before it became one of a run's outputs. */
export function storyOutputs(outputs: Outputs): StoryOutputs {
  return outputs as StoryOutputs
}

/** The output of a stage the pipeline has finished. Its absence is a fault of ours. */
export function finished<Name extends StageName>(outputs: StoryOutputs, name: Name): StageOutput<Name> {
  const output = outputs[name]
  if (output === undefined) throw new Error(`The ${name} stage has no result yet`)
  return output as StageOutput<Name>
}
