/** What went wrong, in a form that survives a structured clone, a database row and a page reload. */
import { z } from 'zod'
import { namesWithEndingsOf } from '../file-formats/formats.ts'

/** The five codes a person or a script sees. Each belongs to a stage of the work (contract.md). */
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
  readonly message: string
  readonly hint: string
  /** A transient failure may pass by itself and is tried again; a permanent one never is. */
  readonly transient: boolean
}

/**
 * Every reason a job can fail for: its code, what it says, what to do, and whether trying again by itself can help.
 * `{name}` stands for the file's name, `{tables}` and `{documents}` for the kinds that are read as such.
 */
export const failureReasons = {
  file_missing: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is no longer where it was.',
    hint: 'It may have been moved, renamed or deleted. Find it and drop it again.',
    transient: false,
  },
  file_unreadable: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} could not be opened for reading.',
    hint: 'Check that you may read the file and that no other program has locked it, then retry.',
    transient: false,
  },
  file_changed: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} changed while it was being read.',
    hint: 'Wait until the program writing it has finished, then drop it again.',
    transient: false,
  },
  is_folder: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is a folder, not a file.',
    hint: 'Open the folder and drop the files inside it instead.',
    transient: false,
  },
  empty_file: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is empty.',
    hint: 'The file has no content. Export it again from the program it came from.',
    transient: false,
  },
  no_rows: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} has a header but no rows under it.',
    hint: 'There is nothing to tell a story about yet. Check that the export included the data.',
    transient: false,
  },
  not_a_table: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} does not contain a table that could be recognised.',
    hint: 'Storyglass looks for rows and columns. Open the file to see what is in it, and save it as CSV or Excel.',
    transient: false,
  },
  unsupported_kind: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is not a kind of file Storyglass can read.',
    hint: 'It tells the story of tables ({tables}) and reads documents ({documents}). Save it as one of these and use that file.',
    transient: false,
  },
  binary_file: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is not a text file, whatever its name says.',
    hint: 'Its content is binary. Find the program it came from and export it as CSV, Excel or PDF.',
    transient: false,
  },
  encrypted_workbook: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is protected with a password.',
    hint: 'Open it in Excel, remove the password (File › Info › Protect Workbook), save, and drop it again.',
    transient: false,
  },
  encrypted_document: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is protected with a password.',
    hint: 'Enter its password, or save a copy without one in the program you read it with, and use that file.',
    transient: false,
  },
  damaged_document: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is damaged and cannot be read as a document.',
    hint: 'If another program still opens it, print or export it from there to a new file and use that one.',
    transient: false,
  },
  old_document: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is a document of an older kind (such as Word 97–2003, .doc).',
    hint: 'Open it in Word or LibreOffice, save it as .docx or PDF, and use that file.',
    transient: false,
  },
  not_a_document: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is not a document Storyglass can read.',
    hint: 'It reads {documents}. Save it as one of these and use that file.',
    transient: false,
  },
  old_workbook: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is an Excel 97–2003 workbook (.xls).',
    hint: 'Open it in Excel or LibreOffice and save it as .xlsx, then drop that file.',
    transient: false,
  },
  not_a_workbook: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is an archive, but there is no workbook in it.',
    hint: 'If it is a zip file, unpack it and drop the files inside it.',
    transient: false,
  },
  damaged_workbook: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is damaged and cannot be read as a workbook.',
    hint: 'Open it in Excel, let it repair the file, save it under a new name and drop that.',
    transient: false,
  },
  damaged_text: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} could not be read as a table to its end.',
    hint: 'Rows stop making sense at the place named below. Check the file there, or export it again.',
    transient: false,
  },
  records_lost: {
    code: 'PREPROCESSING_ERROR',
    message: 'Not every row of {name} came through, so nothing is told of it.',
    hint: 'This is a fault of Storyglass, not of your file. Please report it with the details below.',
    transient: false,
  },
  hostile_content: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} unpacks to far more than its size allows.',
    hint: 'Files built like this are made to exhaust a computer. If you trust it, open it in the program it came from and save it anew.',
    transient: false,
  },
  too_large: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} is larger than can be read on this computer.',
    hint: 'Split it into parts, or export only the columns or pages you need.',
    transient: false,
  },
  too_slow: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} takes longer to read than any sound file would.',
    hint: 'It may be damaged, or made to keep a computer busy. Export it again from the program it came from.',
    transient: false,
  },
  no_such_sheet: {
    code: 'PREPROCESSING_ERROR',
    message: '{name} has no sheet of that name.',
    hint: 'Leave the sheet out to read them all, or name one of those listed below.',
    transient: false,
  },
  bad_path: {
    code: 'PREPROCESSING_ERROR',
    message: 'That path cannot be used.',
    hint: 'Choose the file or folder again. What is wrong with this one is said below.',
    transient: false,
  },
  worker_died: {
    code: 'PROCESSING_ERROR',
    message: 'The part of Storyglass working on {name} stopped unexpectedly.',
    hint: 'It will be tried again from the step it had reached.',
    transient: true,
  },
  out_of_memory: {
    code: 'PROCESSING_ERROR',
    message: 'There was not enough memory to go on with {name}.',
    hint: 'Close other programs and retry, or use a smaller part of the file.',
    transient: true,
  },
  disk_full: {
    code: 'PROCESSING_ERROR',
    message: 'The disk is full.',
    hint: 'Free some space and retry. Nothing you had is lost.',
    transient: true,
  },
  disk_read_only: {
    code: 'PROCESSING_ERROR',
    message: 'The folder Storyglass keeps its library in cannot be written to.',
    hint: 'Check the permissions of the folder named below, then retry.',
    transient: false,
  },
  disk_not_permitted: {
    code: 'PROCESSING_ERROR',
    message: 'Storyglass may not use the folder it keeps its library in.',
    hint: 'The folder or a file in it belongs to someone else. Give yourself the right to change it, or choose another folder with --data-dir.',
    transient: false,
  },
  data_folder_odd: {
    code: 'PROCESSING_ERROR',
    message: 'In the folder of the library, something else is where a file or folder of Storyglass should be.',
    hint: 'Move away what is named below and start again, or choose another folder with --data-dir. Nothing was changed.',
    transient: false,
  },
  disk_error: {
    code: 'PROCESSING_ERROR',
    message: 'The disk could not be read or written.',
    hint: 'Check that the disk is connected and healthy. It will be tried again; nothing you had is lost.',
    transient: true,
  },
  library_busy: {
    code: 'PROCESSING_ERROR',
    message: 'The library was busy for too long.',
    hint: 'Another program may be using its files. It will be tried again.',
    transient: true,
  },
  library_in_use: {
    code: 'PROCESSING_ERROR',
    message: 'Another Storyglass is already using this library.',
    hint: 'Use that one, close it first, or choose another folder with --data-dir.',
    transient: false,
  },
  library_newer: {
    code: 'PROCESSING_ERROR',
    message: 'This library was written by a newer version of Storyglass.',
    hint: 'Update Storyglass, or choose another folder with --data-dir. Nothing in the library was changed.',
    transient: false,
  },
  library_damaged: {
    code: 'PROCESSING_ERROR',
    message: 'The library is damaged and cannot be opened.',
    hint: 'Close Storyglass and start it again: it keeps the damaged library aside and goes on from its last good copy.',
    transient: false,
  },
  no_such_job: {
    code: 'PROCESSING_ERROR',
    message: 'There is no such job.',
    hint: 'It may have been removed. List the jobs to see those there are.',
    transient: false,
  },
  no_such_story: {
    code: 'PROCESSING_ERROR',
    message: 'There is no such story.',
    hint: 'It may have been deleted. List the stories to see those there are.',
    transient: false,
  },
  no_such_document: {
    code: 'PROCESSING_ERROR',
    message: 'There is no such document.',
    hint: 'It may have been deleted. List the documents to see those there are.',
    transient: false,
  },
  no_such_page: {
    code: 'PROCESSING_ERROR',
    message: 'There is no such page, or it has not been read yet.',
    hint: 'Wait until it has been read, or choose another page.',
    transient: false,
  },
  no_such_source: {
    code: 'PROCESSING_ERROR',
    message: 'That file is no longer at hand.',
    hint: 'Choose or drop it again.',
    transient: false,
  },
  process_died_repeatedly: {
    code: 'PROCESSING_ERROR',
    message: 'Storyglass itself stopped three times while working on {name}, so it will not be tried by itself again.',
    hint: 'Retry it if you think the cause has gone. The file itself was not changed.',
    transient: false,
  },
  evidence_mismatch: {
    code: 'NARRATIVE_GENERATION_ERROR',
    message:
      'Something the story of {name} states did not match the file when it was checked, so the story was not saved.',
    hint: 'This is a fault of Storyglass, not of your file. Please report it with the details below.',
    transient: false,
  },
  engine_unreachable: {
    code: 'PROCESSING_ERROR',
    message: 'Storyglass itself could not be reached.',
    hint: 'The program behind this window may have been closed. Start it again; nothing you saved is lost.',
    transient: true,
  },
  session_ended: {
    code: 'PROCESSING_ERROR',
    message: 'This window does not belong to the Storyglass that is running.',
    hint: 'Open the address it printed when it was started.',
    transient: false,
  },
  internal: {
    code: null,
    message: 'Something unexpected went wrong with {name}.',
    hint: 'This is a fault of Storyglass, not of your file. Retry; if it happens again, please report the details below.',
    transient: false,
  },
} as const satisfies Record<string, ReasonEntry>

export type FailureReason = keyof typeof failureReasons
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

/** An expected failure, thrown where it is understood; its `failure` is what crosses processes. */
export class StoryglassError extends Error {
  readonly reason: FailureReason
  readonly detail: string | null

  constructor(reason: FailureReason, detail: string | null = null, options?: ErrorOptions) {
    super(detail === null ? reason : `${reason}: ${detail}`, options)
    this.name = 'StoryglassError'
    this.reason = reason
    this.detail = detail
  }
}

/** The work was stopped because it was asked to be; not a failure. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled')
    this.name = 'CancelledError'
  }
}

/**
 * Turns a reason into the words and code shown for it. `stageCode` is the code of the stage it happened in,
 * used where the reason has none of its own.
 */
export function describeFailure(
  reason: FailureReason,
  context: { readonly name: string; readonly detail?: string | null; readonly stageCode?: ErrorCode },
): Failure {
  const entry: ReasonEntry = failureReasons[reason]
  return {
    code: entry.code ?? context.stageCode ?? 'PROCESSING_ERROR',
    reason,
    message: filled(entry.message, context.name),
    hint: filled(entry.hint, context.name),
    detail: context.detail ?? null,
    transient: entry.transient,
  }
}

function filled(text: string, name: string): string {
  return text
    .replaceAll('{tables}', () => namesWithEndingsOf('story').join(', '))
    .replaceAll('{documents}', () => namesWithEndingsOf('document').join(', '))
    .replaceAll('{name}', () => name)
}
