/** The priorities of a job in a person's words, most pressing first. */
import type { JobPriority } from '../../shared/job/job.ts'

export const priorityWords: Record<JobPriority, string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
}

export const prioritiesByPressure = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly JobPriority[]
