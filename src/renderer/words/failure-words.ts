/** Reasons, codes and kinds of file in a few words, for figures about many jobs. */
import { describeFailure, type ErrorCode, type FailureReason } from '../../shared/failure/failure.ts'
import { formatOf } from '../../shared/file-formats/formats.ts'
import { capitalise } from '../../shared/format/words.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import { currentTexts } from '../stores/language.ts'

/** Where these are missing, the message itself is used. */
const shortReasons: Partial<Record<FailureReason, string>> = {
  file_missing: 'File was gone',
  file_unreadable: 'File could not be opened',
  file_changed: 'File changed while read',
  is_folder: 'Folder, not a file',
  empty_file: 'Empty file',
  no_rows: 'Header but no rows',
  not_a_table: 'No table in the file',
  unsupported_kind: 'Kind of file not supported',
  binary_file: 'Not a text file',
  encrypted_workbook: 'Password-protected workbook',
  encrypted_document: 'Password-protected document',
  old_workbook: 'Old .xls workbook',
  old_document: 'Old .doc document',
  not_a_document: 'Not a document',
  not_a_workbook: 'Archive without a workbook',
  damaged_workbook: 'Damaged workbook',
  damaged_document: 'Damaged document',
  damaged_text: 'Damaged text file',
  records_lost: 'Rows went missing',
  hostile_content: 'Unpacks to far too much',
  too_large: 'File too large',
  too_slow: 'Took far too long to read',
  worker_died: 'Work stopped unexpectedly',
  out_of_memory: 'Not enough memory',
  disk_full: 'Disk was full',
  disk_read_only: 'Library not writable',
  library_busy: 'Library was busy',
  process_died_repeatedly: 'Storyglass stopped three times',
  evidence_mismatch: 'Statements did not match the file',
  internal: 'Fault of Storyglass',
}

export function reasonWords(reason: FailureReason): string {
  const short = shortReasons[reason]
  if (short !== undefined) return short
  return capitalise(describeFailure(currentTexts(), reason, { name: 'the file' }).message.replace(/\.$/, ''))
}

/** What was being done. */
export const codeWords: Record<ErrorCode, string> = {
  PREPROCESSING_ERROR: 'Reading the file',
  ANALYSIS_ERROR: 'Analyzing',
  NARRATIVE_GENERATION_ERROR: 'Writing',
  VISUALIZATION_ERROR: 'Drawing',
  PROCESSING_ERROR: 'Anything else',
}

export function kindWord(kind: SourceKind): string {
  return kind === 'unknown' ? 'Unknown kind' : formatOf(kind).label
}

/** `CSV files`, `files of unknown kind`. */
export function kindOfFiles(kind: SourceKind): string {
  return kind === 'unknown' ? 'files of unknown kind' : `${kindWord(kind)} files`
}
