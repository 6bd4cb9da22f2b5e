/** The queue as a whole, and what the library takes on disk. */
import { z } from 'zod'

export const queueStateSchema = z.object({
  paused: z.boolean(),
  queued: z.int().nonnegative(),
  processing: z.int().nonnegative(),
  failed: z.int().nonnegative(),
})
export type QueueState = z.infer<typeof queueStateSchema>

/** Bytes on disk. */
export const storageSchema = z.object({
  /** Absolute path of the data folder, to show and to copy. */
  folder: z.string(),
  library: z.number().nonnegative(),
  backups: z.number().nonnegative(),
  /** Tables and files of jobs and stories. */
  artifacts: z.number().nonnegative(),
  /** Copies of files that were given as bytes. */
  sources: z.number().nonnegative(),
  logs: z.number().nonnegative(),
})
export type Storage = z.infer<typeof storageSchema>
