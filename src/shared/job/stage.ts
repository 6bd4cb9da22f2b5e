/** The ordered stages of each pipeline, their share of the whole, and the code a failure in one gets. */
import { z } from 'zod'
import type { ErrorCode } from '../failure/failure.ts'
import type { Pipeline } from './pipeline.ts'

export const stageNames = ['import', 'convert', 'analyze', 'narrate', 'visualize'] as const
export const stageNameSchema = z.enum(stageNames)
export type StageName = z.infer<typeof stageNameSchema>

export const pipelineStages = {
  story: ['import', 'convert', 'analyze', 'narrate', 'visualize'],
  document: ['import', 'convert', 'narrate'],
} as const satisfies Record<Pipeline, readonly StageName[]>

/** Share of the progress bar, in percent: about what each stage takes of a large source's time. */
export const stageShare = {
  story: { import: 2, convert: 25, analyze: 57, narrate: 11, visualize: 5 },
  document: { import: 2, convert: 92, analyze: 0, narrate: 6, visualize: 0 },
} as const satisfies Record<Pipeline, Record<StageName, number>>

export const stageErrorCode: Record<StageName, ErrorCode> = {
  import: 'PREPROCESSING_ERROR',
  convert: 'PREPROCESSING_ERROR',
  analyze: 'ANALYSIS_ERROR',
  narrate: 'NARRATIVE_GENERATION_ERROR',
  visualize: 'VISUALIZATION_ERROR',
}

/** What a running stage reports: units done of a total it may not know yet. */
export const progressSchema = z.object({
  done: z.number().nonnegative(),
  total: z.number().positive().nullable(),
  /** Plural, as shown after the number: rows, bytes, cells, queries. */
  unit: z.string(),
  note: z.string().nullable(),
})
export type Progress = z.infer<typeof progressSchema>

/**
 * Percentage of the whole pipeline when `stage` is done by `fraction` (0 to 1).
 * Monotone in both: a later stage never shows less than an earlier one.
 */
export function overallPercent(pipeline: Pipeline, stage: StageName, fraction: number): number {
  const stages: readonly StageName[] = pipelineStages[pipeline]
  const index = stages.indexOf(stage)
  if (index < 0) throw new RangeError(`${stage} is not a stage of the ${pipeline} pipeline`)
  const before = stages.slice(0, index).reduce((sum, name) => sum + stageShare[pipeline][name], 0)
  return before + Math.min(1, Math.max(0, fraction)) * stageShare[pipeline][stage]
}
