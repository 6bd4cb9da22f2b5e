/** Commands for jobs and their queue. */
import { z } from 'zod'
import { jobOptionsSchema, jobPrioritySchema, jobSchema, jobStatusSchema } from '../../job/job.ts'
import { metricsSchema } from '../../job/metrics.ts'
import { queueStateSchema } from '../../job/queue.ts'
import { firstFactsSchema } from '../../story/first-facts.ts'
import { type CommandMap, id, nothing } from './parts.ts'

export const jobsCommands = {
  'jobs/create': {
    input: z.object({
      source: z.union([z.object({ handle: id }).strict(), z.object({ sample: id }).strict()]),
      options: jobOptionsSchema.partial().default({}),
      priority: jobPrioritySchema.default('normal'),
    }),
    output: z.object({
      job: jobSchema,
      /** `existing`: an active job for the same content and options was returned instead of a second one. */
      outcome: z.enum(['created', 'existing']),
      /** A story already told from the same content and options, if there is one. */
      earlierStoryId: z.string().nullable(),
      /** A document already read from the same content, if there is one. */
      earlierDocumentId: z.string().nullable().optional(),
    }),
  },
  'jobs/list': {
    input: z.object({
      statuses: z.array(jobStatusSchema).default([]),
      /** Part of the source's name, in any case; absent or empty lists all. */
      search: z.string().max(200).optional(),
      /** `queue`: running first, then waiting in the order they will run, then ended, last ended first. */
      order: z.enum(['newest', 'queue']).optional(),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().nonnegative().default(0),
    }),
    output: z.object({ jobs: z.array(jobSchema), total: z.int() }),
  },
  'jobs/get': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** What is known of its tables while it runs; null before anything is, and when it does not run. */
  'jobs/facts': { input: z.object({ id }), output: z.object({ facts: firstFactsSchema.nullable() }) },
  'jobs/cancel': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  'jobs/retry': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /**
   * Tries a document again that is protected by a password. It is kept in memory until the job ends and written nowhere:
   * after a restart it is asked for again.
   */
  'jobs/unlock': {
    input: z.object({ id, password: z.string().min(1).max(1_000) }),
    output: z.object({ job: jobSchema }),
  },
  'jobs/prioritize': { input: z.object({ id, priority: jobPrioritySchema }), output: z.object({ job: jobSchema }) },
  /** A queued job is held back; a running one stops, keeps its finished stages and is held back. */
  'jobs/pause': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  'jobs/resume': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** Ahead of all that wait. */
  'jobs/run-next': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** Every failed job, from its first unfinished stage. */
  'jobs/retry-failed': { input: nothing, output: z.object({ jobs: z.array(jobSchema) }) },
  /** Removes jobs that ended long ago and that no story needs; a dry run only says which. */
  'jobs/clean': {
    input: z.object({
      /** Days since completed and cancelled jobs ended. */
      days: z.int().nonnegative().optional(),
      failedDays: z.int().nonnegative().optional(),
      dryRun: z.boolean().default(true),
    }),
    output: z.object({ jobIds: z.array(z.string()), bytes: z.number().nonnegative(), dryRun: z.boolean() }),
  },
  'queue/get': { input: nothing, output: queueStateSchema },
  /** Running jobs go on, none is begun. Outlives a restart. */
  'queue/set-paused': { input: z.object({ paused: z.boolean() }), output: queueStateSchema },
  'metrics/get': { input: z.object({ days: z.int().min(1).max(365).default(30) }), output: metricsSchema },
} as const satisfies CommandMap
