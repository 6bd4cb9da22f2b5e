/** The priorities of a job in a person's words, most pressing first. */
import type { JobPriority } from '../../shared/job/job.ts'
import { currentTexts } from '../stores/language.ts'

export function priorityWords(priority: JobPriority): string {
  const texts = currentTexts()
  return texts.jobs.priorities[priority]
}

export const prioritiesByPressure = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly JobPriority[]
