/** What went wrong, in a form that survives a structured clone, a database row and a page reload. */

import { z } from 'zod'
import { namesWithEndingsOf } from '../file-formats/formats.ts'
import { refusedKindOfDetail } from '../file-formats/refused.ts'
import { type Note, sayNote } from '../story/note.ts'
import type { Texts } from '../texts/texts.ts'

/** The five codes a person or a script sees. Each belongs to a stage of the work. */
export const errorCodes = [
  'PREPROCESSING_ERROR',
  'ANALYSIS_ERROR',
  'NARRATIVE_GENERATION_ERROR',
  'VISUALIZATION_ERROR',
  'PROCESSING_ERROR',
] as const
export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCodeSchema>

interface ReasonEntry {
  /** Null where the code is that of the stage in which it happened. */
  readonly code: ErrorCode | null
  /** A transient failure may pass by itself and is tried again; a permanent one never is. */
  readonly transient: boolean
}

/** Every reason a job can fail for: its code, and whether trying again by itself can help. `failures` has the words. */
export const failureReasons = {
  file_missing: { code: 'PREPROCESSING_ERROR', transient: false },
  file_unreadable: { code: 'PREPROCESSING_ERROR', transient: false },
  file_changed: { code: 'PREPROCESSING_ERROR', transient: false },
  is_folder: { code: 'PREPROCESSING_ERROR', transient: false },
  empty_file: { code: 'PREPROCESSING_ERROR', transient: false },
  no_rows: { code: 'PREPROCESSING_ERROR', transient: false },
  not_a_table: { code: 'PREPROCESSING_ERROR', transient: false },
  unsupported_kind: { code: 'PREPROCESSING_ERROR', transient: false },
  binary_file: { code: 'PREPROCESSING_ERROR', transient: false },
  encrypted_workbook: { code: 'PREPROCESSING_ERROR', transient: false },
  encrypted_document: { code: 'PREPROCESSING_ERROR', transient: false },
  damaged_document: { code: 'PREPROCESSING_ERROR', transient: false },
  old_document: { code: 'PREPROCESSING_ERROR', transient: false },
  not_a_document: { code: 'PREPROCESSING_ERROR', transient: false },
  old_workbook: { code: 'PREPROCESSING_ERROR', transient: false },
  not_a_workbook: { code: 'PREPROCESSING_ERROR', transient: false },
  damaged_workbook: { code: 'PREPROCESSING_ERROR', transient: false },
  damaged_archive: { code: 'PREPROCESSING_ERROR', transient: false },
  encrypted_archive: { code: 'PREPROCESSING_ERROR', transient: false },
  nested_archive: { code: 'PREPROCESSING_ERROR', transient: false },
  crowded_archive: { code: 'PREPROCESSING_ERROR', transient: false },
  nothing_readable: { code: 'PREPROCESSING_ERROR', transient: false },
  several_documents: { code: 'PREPROCESSING_ERROR', transient: false },
  damaged_text: { code: 'PREPROCESSING_ERROR', transient: false },
  records_lost: { code: 'PREPROCESSING_ERROR', transient: false },
  hostile_content: { code: 'PREPROCESSING_ERROR', transient: false },
  too_large: { code: 'PREPROCESSING_ERROR', transient: false },
  too_slow: { code: 'PREPROCESSING_ERROR', transient: false },
  too_much_memory: { code: null, transient: false },
  too_much_output: { code: null, transient: false },
  no_such_sheet: { code: 'PREPROCESSING_ERROR', transient: false },
  not_as_told: { code: 'PREPROCESSING_ERROR', transient: false },
  no_such_column: { code: 'PREPROCESSING_ERROR', transient: false },
  type_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  name_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  order_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  condition_unreadable: { code: 'PREPROCESSING_ERROR', transient: false },
  join_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  comparison_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  no_rows_left: { code: 'PREPROCESSING_ERROR', transient: false },
  target_constant: { code: 'ANALYSIS_ERROR', transient: false },
  role_impossible: { code: 'PREPROCESSING_ERROR', transient: false },
  bad_path: { code: 'PREPROCESSING_ERROR', transient: false },
  file_exists: { code: 'PROCESSING_ERROR', transient: false },
  format_unfit: { code: 'PROCESSING_ERROR', transient: false },
  no_browser_to_print: { code: 'PROCESSING_ERROR', transient: false },
  print_failed: { code: 'PROCESSING_ERROR', transient: false },
  worker_died: { code: 'PROCESSING_ERROR', transient: true },
  out_of_memory: { code: 'PROCESSING_ERROR', transient: true },
  disk_full: { code: 'PROCESSING_ERROR', transient: true },
  disk_read_only: { code: 'PROCESSING_ERROR', transient: false },
  disk_not_permitted: { code: 'PROCESSING_ERROR', transient: false },
  data_folder_odd: { code: 'PROCESSING_ERROR', transient: false },
  disk_error: { code: 'PROCESSING_ERROR', transient: true },
  library_busy: { code: 'PROCESSING_ERROR', transient: true },
  library_in_use: { code: 'PROCESSING_ERROR', transient: false },
  switch_refused: { code: 'PROCESSING_ERROR', transient: false },
  library_newer: { code: 'PROCESSING_ERROR', transient: false },
  library_damaged: { code: 'PROCESSING_ERROR', transient: false },
  no_such_job: { code: 'PROCESSING_ERROR', transient: false },
  no_such_story: { code: 'PROCESSING_ERROR', transient: false },
  no_such_statement: { code: 'PROCESSING_ERROR', transient: false },
  mark_without_rows: { code: 'PROCESSING_ERROR', transient: false },
  table_gone: { code: 'PROCESSING_ERROR', transient: false },
  no_such_document: { code: 'PROCESSING_ERROR', transient: false },
  no_such_page: { code: 'PROCESSING_ERROR', transient: false },
  no_such_source: { code: 'PROCESSING_ERROR', transient: false },
  process_died_repeatedly: { code: 'PROCESSING_ERROR', transient: false },
  evidence_mismatch: { code: 'NARRATIVE_GENERATION_ERROR', transient: false },
  verify_limit: { code: 'PROCESSING_ERROR', transient: false },
  engine_unreachable: { code: 'PROCESSING_ERROR', transient: true },
  session_ended: { code: 'PROCESSING_ERROR', transient: false },
  internal: { code: null, transient: false },
} as const satisfies Record<string, ReasonEntry>

export type FailureReason = keyof typeof failureReasons

/** Reasons whose hint speaks of the failure's detail as standing “below”, so that it has to be shown there. */
export const reasonsToldWithDetail: ReadonlySet<FailureReason> = new Set([
  'nested_archive',
  'nothing_readable',
  'several_documents',
  'damaged_text',
  'records_lost',
  'no_such_sheet',
  'no_such_column',
  'type_impossible',
  'name_impossible',
  'order_impossible',
  'no_rows_left',
  'comparison_impossible',
  'join_impossible',
  'target_constant',
  'bad_path',
  'file_exists',
  'format_unfit',
  'print_failed',
  'disk_read_only',
  'data_folder_odd',
  'switch_refused',
  'evidence_mismatch',
  'verify_limit',
  'internal',
])
export const failureReasonSchema = z.enum(Object.keys(failureReasons) as [FailureReason, ...FailureReason[]])

export const failureSchema = z.object({
  code: errorCodeSchema,
  reason: failureReasonSchema,
  message: z.string(),
  hint: z.string(),
  /** The technical cause, for a report: never shown in the foreground. */
  detail: z.string().nullable(),
  /** Whether the engine may try again by itself. A person may retry any failure. */
  transient: z.boolean(),
})
export type Failure = z.infer<typeof failureSchema>

/** What a person is pointed at is a note, formed in their language; what only a report needs stands as it is. */
export type FailureDetail = string | Note

/** An expected failure, thrown where it is understood; its `failure` is what crosses processes. */
export class StoryglassError extends Error {
  readonly reason: FailureReason
  readonly detail: FailureDetail | null

  constructor(reason: FailureReason, detail: FailureDetail | null = null, options?: ErrorOptions) {
    super(
      detail === null ? reason : `${reason}: ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`,
      options,
    )
    this.name = 'StoryglassError'
    this.reason = reason
    this.detail = detail
  }
}

export function sayDetail(texts: Pick<Texts, 'notes' | 'locale'>, detail: FailureDetail | null): string | null {
  return detail === null || typeof detail === 'string' ? detail : sayNote(texts, detail)
}

/** The work was stopped because it was asked to be; not a failure. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled')
    this.name = 'CancelledError'
  }
}

interface KnownKind {
  readonly name: string
  readonly advice: string | null
}

/**
 * Kinds that are refused in a sentence of their own: `old_document` has words that say more. A kind that is not binary
 * and has no advice may be read as something else: then what can be read is listed.
 */
function knownKindOf(
  { refusedKinds }: Texts['failures'],
  reason: FailureReason,
  detail: string | null,
): KnownKind | null {
  const id = reason === 'unsupported_kind' || reason === 'binary_file' ? refusedKindOfDetail(detail) : null
  if (id === null) return null
  const words = refusedKinds[id]
  if ('advice' in words) return words
  return reason === 'binary_file' ? { ...words, advice: null } : null
}

function wordsOf({ reasons, knownKind }: Texts['failures'], reason: FailureReason, known: KnownKind | null) {
  const { message, hint } = reasons[reason]
  if (known === null) return { message, hint }
  return { message: knownKind.message, hint: known.advice === null ? hint : knownKind.hint }
}

/**
 * Turns a reason into the words and code shown for it. `name` is what the work was about, for its message; `stageCode` is
 * the code of the stage it happened in, used where the reason has none of its own.
 */
export function describeFailure(
  texts: Pick<Texts, 'failures' | 'notes' | 'locale'>,
  reason: FailureReason,
  context: { readonly name: string; readonly detail?: FailureDetail | null; readonly stageCode?: ErrorCode },
): Failure {
  const { failures } = texts
  const entry: ReasonEntry = failureReasons[reason]
  const detail = sayDetail(texts, context.detail ?? null)
  const known = knownKindOf(failures, reason, detail)
  const { message, hint } = wordsOf(failures, reason, known)
  const given = {
    name: context.name,
    kind: known?.name ?? '',
    advice: known?.advice ?? '',
    tables: namesWithEndingsOf('story').join(', '),
    documents: namesWithEndingsOf('document').join(', '),
  }
  return {
    code: entry.code ?? context.stageCode ?? 'PROCESSING_ERROR',
    reason,
    message: typeof message === 'string' ? message : message(given),
    hint: typeof hint === 'string' ? hint : hint(given),
    detail,
    transient: entry.transient,
  }
}
