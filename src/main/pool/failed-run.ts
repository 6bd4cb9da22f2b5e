/** The result of a run that could not say itself why it ended. */
import type { WorkerResult } from '../../shared/contract/worker.ts'
import { describeFailure, type FailureReason } from '../../shared/failure/failure.ts'
import { type StageName, stageErrorCode } from '../../shared/job/stage.ts'
import type { Texts } from '../../shared/texts/texts.ts'

/** `name`: of the stage or task; `input`: what it was asked, whose source names the failure. */
export function failedRun(
  texts: Texts,
  name: string,
  input: object,
  reason: FailureReason,
  detail: string,
): WorkerResult<unknown> {
  const source = 'source' in input ? (input.source as { name?: unknown }) : null
  const subject = typeof source?.name === 'string' ? source.name : texts.failures.subjects.file
  const stageCode = stageErrorCode[name as StageName] as (typeof stageErrorCode)[StageName] | undefined
  const context = { name: subject, detail, ...(stageCode === undefined ? {} : { stageCode }) }
  return { outcome: 'failed', failure: describeFailure(texts, reason, context) }
}
