/** What crosses the port between the engine and a worker thread while a stage or task runs. */
import { z } from 'zod'
import type { failureSchema } from '../failure/failure.ts'
import { progressSchema } from '../job/stage.ts'
import { firstFactsSchema } from '../story/first-facts.ts'

export const fromWorkerSchema = z.discriminatedUnion('type', [
  /** The thread has loaded and the work begins. */
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('progress'), progress: progressSchema }),
  /** What is known of the tables already; each message replaces the one before. */
  z.object({ type: z.literal('facts'), facts: firstFactsSchema }),
])
export type FromWorker = z.infer<typeof fromWorkerSchema>

export const toWorkerSchema = z.discriminatedUnion('type', [z.object({ type: z.literal('cancel') })])
export type ToWorker = z.infer<typeof toWorkerSchema>

/** A part of the work that failed by a fault of ours and was left out of the result, for whoever mends it. */
export interface Defect {
  /** What kind of part: `detector`, `statement`, `chart`. */
  readonly part: string
  /** Which of its kind. */
  readonly subject: string
  readonly why: string
}

/** Errors lose their fields when thrown out of a worker thread, so a run ends in one of these instead. */
export type WorkerResult<Output> =
  | {
      readonly outcome: 'done'
      readonly output: Output
      readonly elapsedMs: number
      readonly defects?: readonly Defect[] | undefined
    }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly failure: z.infer<typeof failureSchema> }
