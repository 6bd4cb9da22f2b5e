/**
 * Tells the fault of one part of the work, which costs that part, from what ends the whole: a cancel, no memory left, a
 * full disk, a database that fails.
 */
import { CancelledError, StoryglassError } from '../../shared/failure/failure.ts'
import type { WorkContext } from './context.ts'
import { DatabaseError } from './database-error.ts'

/** Whether `error` says something of the part in which it came up and of nothing else. In doubt it does not. */
export function isOwnFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  if (error instanceof CancelledError || error instanceof StoryglassError) return false
  if (error instanceof DatabaseError) return error.isOfQuery
  // ENOSPC, EIO and their like come from the system; ERR_INVALID_ARG_TYPE and its like from a wrong call.
  if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_')) return false
  return !(error instanceof RangeError && /allocation failed/i.test(error.message))
}

export interface Part {
  /** What kind of part it is: `detector`, `chart`. */
  readonly part: string
  /** Which of its kind. */
  readonly subject: string
}

/** What `work` gives; where it fails by a fault of its own, that is recorded as a defect, and it is what `otherwise` gives. */
export async function isolated<Result>(
  context: WorkContext,
  part: Part,
  work: () => Result | Promise<Result>,
  otherwise: () => Result,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (context.signal.aborted || !isOwnFault(error)) throw error
    context.defect({ ...part, why: whyOf(error) })
    return otherwise()
  }
}

/** For the log: the message and where it came up. */
export function whyOf(error: Error): string {
  return (error.stack ?? error.message).split('\n').slice(0, 4).join('\n')
}
