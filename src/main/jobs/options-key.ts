/** The part of a job's identity that is not its bytes. */
import { createHash } from 'node:crypto'
import { type JobOptionsInput, jobOptionsSchema } from '../../shared/job/job.ts'

/** Every option present, in one order: equal options give equal text, whoever asked. */
export function canonicalOptions(options: JobOptionsInput): string {
  const complete = jobOptionsSchema.parse(options)
  const entries = Object.entries(complete).sort(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify(Object.fromEntries(entries))
}

/** A short key of `canonicalOptions`, for an index. */
export function optionsKey(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex').slice(0, 16)
}
