/** How the queue has done: counted from the record of every change, over a period. */
import { z } from 'zod'
import { errorCodeSchema, failureReasonSchema } from '../failure/failure.ts'
import { sourceKindSchema } from '../story/source.ts'
import { stageNameSchema } from './stage.ts'

/** Milliseconds; null with nothing to measure. */
export const durationSchema = z.object({
  count: z.int().nonnegative(),
  medianMs: z.number().nullable(),
  /** 95th percentile: the value that 95 in 100 do not exceed (nearest rank). */
  p95Ms: z.number().nullable(),
  meanMs: z.number().nullable(),
})
export type Duration = z.infer<typeof durationSchema>

export const metricsSchema = z.object({
  /** ISO 8601; what happened before is not counted. */
  since: z.string(),
  jobs: z.object({
    created: z.int(),
    completed: z.int(),
    failed: z.int(),
    cancelled: z.int(),
    queued: z.int(),
    processing: z.int(),
  }),
  /** Completed of those that completed or failed; null before the first. */
  successRate: z.number().min(0).max(1).nullable(),
  /** From creation, or the retry by hand, to the first claim. */
  waiting: durationSchema,
  /** From the first claim to completion. */
  running: durationSchema,
  stages: z.array(durationSchema.extend({ stage: stageNameSchema, kind: sourceKindSchema })),
  /** Jobs waiting, at most, in each period of time; oldest first. */
  queueDepth: z.array(z.object({ at: z.string(), depth: z.int().nonnegative() })),
  failures: z.array(
    z.object({ code: errorCodeSchema, reason: failureReasonSchema, kind: sourceKindSchema, count: z.int() }),
  ),
  /** Attempts the engine made again by itself. */
  automaticRetries: z.int(),
  manualRetries: z.int(),
  /** Jobs found running after the process had died. */
  recoveries: z.int(),
})
export type Metrics = z.infer<typeof metricsSchema>
