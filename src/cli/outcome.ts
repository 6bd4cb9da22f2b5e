/** What a script is told of a failure, and what a person is. */
import path from 'node:path'
import { failureOf } from '../shared/contract/dispatch.ts'
import { CancelledError, type ErrorCode, type Failure, reasonsToldWithDetail } from '../shared/failure/failure.ts'
import type { Job } from '../shared/job/job.ts'
import { exitStatus, statusOf } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { UsageError } from './usage.ts'

/** An error as `--format json` writes it; scripts rely on its names, which are changed only by adding. */
export interface ErrorReport {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  readonly detail: string | null
  /** ISO 8601. */
  readonly at: string
  readonly canRetry: boolean
  readonly jobId: string | null
}

/** Work that did not come to its end: how to report it, and the status it gives the process. */
export interface Problem {
  readonly status: number
  readonly report: ErrorReport
  /** Whether its hint speaks of the detail, so that a person has to be shown it. */
  readonly isDetailTold: boolean
}

export function problemOfFailure(failure: Failure, at: string, job: { id: string; canRetry: boolean } | null): Problem {
  const { code, message, detail } = failure
  const isProtected = failure.reason === 'encrypted_document' || failure.reason === 'encrypted_workbook'
  const hint = isProtected ? `${failure.hint} ${terminalTexts().terminal.replies.passwordHint}` : failure.hint
  return {
    status: statusOf(code),
    isDetailTold: reasonsToldWithDetail.has(failure.reason),
    report: { code, message, hint, detail, at, canRetry: job?.canRetry ?? false, jobId: job?.id ?? null },
  }
}

/** `file`: as given on the command line, named in the message. */
export function problemOfError(error: unknown, file: string | null): Problem {
  const at = new Date().toISOString()
  if (error instanceof UsageError) {
    const texts = terminalTexts()
    const report = { message: error.sayIn(texts), hint: texts.terminal.usage.hint }
    return {
      status: exitStatus.usage,
      isDetailTold: false,
      report: { code: 'PROCESSING_ERROR', ...report, detail: null, at, canRetry: false, jobId: null },
    }
  }
  if (error instanceof CancelledError) return cancelledProblem(file ?? terminalTexts().terminal.replies.it, at, null)
  return problemOfFailure(
    failureOf(terminalTexts(), error, file === null ? undefined : path.basename(file) || file),
    at,
    null,
  )
}

/** A job that is over without a story. */
export function problemOfJob(job: Job): Problem {
  if (job.failure !== null && job.status === 'failed') return problemOfFailure(job.failure, job.failure.at, job)
  return cancelledProblem(job.source.name, job.finishedAt ?? new Date().toISOString(), job)
}

function cancelledProblem(name: string, at: string, job: Job | null): Problem {
  const { replies } = terminalTexts().terminal
  return {
    status: exitStatus.cancelled,
    isDetailTold: false,
    report: {
      code: 'PROCESSING_ERROR',
      message: replies.cancelled({ name: path.basename(name) }),
      hint: job === null ? replies.runAgain : replies.goOnWith({ id: job.id }),
      detail: null,
      at,
      canRetry: job?.canRetry ?? false,
      jobId: job?.id ?? null,
    },
  }
}
