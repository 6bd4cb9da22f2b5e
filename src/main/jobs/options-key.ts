/** The part of a job's identity that is not its bytes. */
import { createHash } from 'node:crypto'
import { type JobOptionsInput, jobOptionsSchema } from '../../shared/job/job.ts'

/** Every option present, in one order at every depth: equal options give equal text, whoever asked. */
export function canonicalOptions(options: JobOptionsInput): string {
  return JSON.stringify(jobOptionsSchema.parse(options), (_key, value: unknown) => inOrder(value))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** A short key of `canonicalOptions`, for an index. */
export function optionsKey(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex').slice(0, 16)
}
