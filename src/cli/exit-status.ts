/** What the process ends with, by what went wrong ; part of what scripts rely on: changed only by adding. */
import type { ErrorCode } from '../shared/failure/failure.ts'

export const exitStatus = { done: 0, usage: 2, cancelled: 130 } as const

const statusOfCode: Readonly<Record<ErrorCode, number>> = {
  PREPROCESSING_ERROR: 3,
  ANALYSIS_ERROR: 4,
  NARRATIVE_GENERATION_ERROR: 5,
  VISUALIZATION_ERROR: 6,
  PROCESSING_ERROR: 7,
}

export function statusOf(code: ErrorCode): number {
  return statusOfCode[code]
}
