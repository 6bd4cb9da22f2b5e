/** The percentage as shown: it never goes back while one job is looked at. */
import { useRef } from 'react'
import type { Job } from '../../shared/job/job.ts'

export function useRisingPercent(job: Pick<Job, 'id' | 'attempt' | 'percent' | 'status'>): number {
  // A retry by hand may start over, and then the circle has to say so.
  const key = `${job.id} ${job.attempt}`
  const highest = useRef({ key, percent: 0 })
  if (highest.current.key !== key) highest.current = { key, percent: 0 }
  const percent = job.status === 'completed' ? 100 : job.percent
  highest.current.percent = Math.max(highest.current.percent, percent)
  return highest.current.percent
}
