/** Priorities as they are stored. */
import { type JobPriority, jobPrioritySchema } from '../../shared/job/job.ts'

/** Priorities are stored by rank, so that they sort. */
export function priorityLevel(priority: JobPriority): number {
  return jobPrioritySchema.options.indexOf(priority)
}

export function priorityOfLevel(level: number): JobPriority {
  return jobPrioritySchema.options[level] ?? 'normal'
}
