/** The record of one run of a pipeline over a source, as every process sees it. */
import { z } from 'zod'
import { failureSchema } from '../failure/failure.ts'
import { focusSchema } from '../story/focus.ts'
import { readingOptionsSchema } from '../story/reading.ts'
import { sourceKindSchema, sourceOriginSchema } from '../story/source.ts'
import { pipelineSchema } from './pipeline.ts'
import { stageNameSchema } from './stage.ts'

export const jobStatusSchema = z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled'])
export type JobStatus = z.infer<typeof jobStatusSchema>

export const activeStatuses = ['queued', 'processing'] as const satisfies readonly JobStatus[]

/** Waiting or running: it will move on by itself. */
export function isActive({ status }: { readonly status: JobStatus }): boolean {
  return status === 'queued' || status === 'processing'
}

export const jobPrioritySchema = z.enum(['low', 'normal', 'high', 'urgent'])
export type JobPriority = z.infer<typeof jobPrioritySchema>

/** How much is tried: `quick` skips the costly detectors, `deep` looks further than a first reading needs. */
export const depthSchema = z.enum(['quick', 'standard', 'deep'])
export type Depth = z.infer<typeof depthSchema>

/** What, beside the bytes of the source, decides the result. Two jobs with equal bytes and options are duplicates. */
export const jobOptionsSchema = z.object({
  sheet: z.string().nullable().default(null),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  depth: depthSchema.default('standard'),
  /** Absent when the columns are left to the engine's judgement. */
  focus: focusSchema.optional(),
  /** Absent when how the source is read is left to the engine's judgement. */
  reading: readingOptionsSchema.optional(),
})
export type JobOptions = z.infer<typeof jobOptionsSchema>
/** Options as asked for: what is left out is filled in. */
export type JobOptionsInput = z.input<typeof jobOptionsSchema>

export const maxAttempts = 3

export const jobSchema = z.object({
  id: z.string(),
  pipeline: pipelineSchema,
  status: jobStatusSchema,
  priority: jobPrioritySchema,
  /** Held back by a person; not begun until resumed. Only of queued jobs. */
  paused: z.boolean(),
  source: z.object({
    name: z.string(),
    bytes: z.number().int().nonnegative(),
    sha256: z.string(),
    kind: sourceKindSchema,
    origin: sourceOriginSchema.optional(),
  }),
  options: jobOptionsSchema,
  /** The stage running, next to run, or in which it ended; null before the first. */
  stage: stageNameSchema.nullable(),
  /** 0 to 100 over the whole job; never falls within an attempt or from one attempt to the next unfinished stage. */
  percent: z.number().min(0).max(100),
  /** What is happening now, in words. */
  note: z.string().nullable(),
  units: z.object({ done: z.number(), total: z.number().nullable(), unit: z.string() }).nullable(),
  /** Attempts begun. */
  attempt: z.int().nonnegative(),
  maxAttempts: z.int(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** When the engine will try again by itself, while queued after a transient failure. */
  nextAttemptAt: z.string().nullable(),
  /** Null until it means something. */
  secondsLeft: z.number().nonnegative().nullable(),
  failure: failureSchema.extend({ at: z.string() }).nullable(),
  canRetry: z.boolean(),
  storyId: z.string().nullable(),
  /** The story it tells again with other words on it, which stays as it is. */
  retells: z.string().nullable().optional(),
  /** The job's own id while the document it read is in the library. */
  documentId: z.string().nullable().optional(),
  stages: z.array(z.object({ name: stageNameSchema, finishedAt: z.string(), elapsedMs: z.number() })),
})
export type Job = z.infer<typeof jobSchema>
