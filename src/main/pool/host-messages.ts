/** What crosses between the engine and a host: the process that a stage or task runs in. */
import { z } from 'zod'
import { fromWorkerSchema } from '../../shared/contract/worker.ts'
import { failureSchema } from '../../shared/failure/failure.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'

export type ToHost =
  | {
      readonly type: 'run'
      /** Names the run in what the host says of it. */
      readonly id: number
      readonly name: string
      readonly input: object
      readonly language: TextsTag
      /** What the process may take of the memory while it does this, in bytes. */
      readonly memoryBytes: number
    }
  /** The run may take this much by now. */
  | { readonly type: 'allow'; readonly id: number; readonly memoryBytes: number }
  | { readonly type: 'cancel'; readonly id: number }

const runEndSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    output: z.unknown(),
    elapsedMs: z.number(),
    defects: z.array(z.object({ part: z.string(), subject: z.string(), why: z.string() })).optional(),
  }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('failed'), failure: failureSchema }),
  /** Its thread ended without a result. */
  z.object({ outcome: z.literal('died'), reason: z.enum(['out_of_memory', 'worker_died']), detail: z.string() }),
])
export type RunEnd = z.infer<typeof runEndSchema>

export const fromHostSchema = z.discriminatedUnion('type', [
  /** It hears now. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('told'), id: z.int(), told: fromWorkerSchema }),
  z.object({ type: z.literal('ended'), id: z.int(), end: runEndSchema }),
  /** Of the whole process; see `host/usage.ts`. */
  z.object({ type: z.literal('usage'), residentBytes: z.number(), sharedBytes: z.number(), cpuMs: z.number() }),
])
export type FromHost = z.infer<typeof fromHostSchema>
