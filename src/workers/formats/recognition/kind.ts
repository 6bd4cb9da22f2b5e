/**
 * The one decision on what a source is and which pipeline reads it: by content first, by its name only where the content
 * leaves it open. The import stage, the tasks that read tables and those that read documents all ask here.
 */
import { stat } from 'node:fs/promises'
import type { StageInput, StageOutput } from '../../../shared/contract/stages.ts'
import type { TaskMap } from '../../../shared/contract/tasks.ts'
import type { DocumentKind } from '../../../shared/document/kinds.ts'
import { type FailureReason, StoryglassError } from '../../../shared/failure/failure.ts'
import type { Pipeline } from '../../../shared/job/stage.ts'
import type { SourceKind } from '../../../shared/story/source.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Identified, identify } from './identify.ts'
import { looksLikeMarkdown } from './markdown-in-text.ts'
import { holdsTable } from './table-in-text.ts'

export type Decision =
  | { readonly pipeline: 'story'; readonly kind: 'csv' | 'xlsx' }
  | { readonly pipeline: 'document'; readonly kind: DocumentKind }

/** What a name promises, by its ending. */
const endings: Readonly<Partial<Record<SourceKind, RegExp>>> = {
  csv: /\.(?:csv|tsv|tab|txt|psv|dat|data|asc)$/iu,
  xlsx: /\.(?:xlsx|xlsm|xltx|xltm|xlam)$/iu,
  pdf: /\.pdf$/iu,
  docx: /\.(?:docx|docm|dotx|dotm)$/iu,
  markdown: /\.(?:md|markdown|mdown|mkd)$/iu,
  html: /\.(?:html?|xhtml)$/iu,
}
/** A text of such a name is a table even where it has a single column or a single row. */
const tableName = /\.(?:csv|tsv|tab|psv|xls|xlsx|xlsm|ods)$/iu
const textTableName = /\.(?:csv|tsv|tab|psv)$/iu
const wordName = /\.(?:doc|dot)[xm]?$/iu

/**
 * `wanted`: what a person asked for by name; a text is then read as that. Without it a text is what it looks more like.
 * Throws the reason (missing, a folder, empty, a picture, encrypted, of an older kind …) where it cannot be read, or
 * not as that.
 */
export async function decideKind(
  source: { readonly path: string; readonly name: string },
  wanted?: Pipeline,
): Promise<Decision> {
  let found: Identified
  try {
    found = await identify(source.path)
  } catch (error) {
    throw wanted === 'document' || (wanted === undefined && wordName.test(source.name))
      ? inWordsOfDocuments(error)
      : error
  }
  const decision = decide(found, source.name, wanted)
  if (wanted === undefined || decision.pipeline === wanted) return decision
  if (wanted === 'story') throw new StoryglassError('unsupported_kind', describe(decision.kind))
  throw new StoryglassError('not_a_document', `a table (${decision.kind}), not a document`)
}

function decide(found: Identified, name: string, wanted: Pipeline | undefined): Decision {
  switch (found.is) {
    case 'kind':
      return found.kind === 'xlsx' ? { pipeline: 'story', kind: 'xlsx' } : { pipeline: 'document', kind: found.kind }
    case 'binary':
      // A damaged PDF may have lost its mark and still be read.
      if (endings.pdf?.test(name)) return { pipeline: 'document', kind: 'pdf' }
      throw new StoryglassError('binary_file', found.detail)
    case 'text':
      return decideText(found, name, wanted)
  }
}

type FoundText = Extract<Identified, { is: 'text' }>

function decideText(found: FoundText, name: string, wanted: Pipeline | undefined): Decision {
  if (found.whole && found.start.trim() === '') throw new StoryglassError('empty_file', 'nothing but white space')
  // A page of markup may begin a text that is Markdown; only its name tells.
  if (endings.markdown?.test(name) && wanted !== 'story') return { pipeline: 'document', kind: 'markdown' }
  if (found.kind === 'html') return { pipeline: 'document', kind: 'html' }
  if (endings.html?.test(name) && wanted !== 'story') return { pipeline: 'document', kind: 'html' }
  if (found.kind === 'other') {
    // JSON and XML are data nobody reads page by page, but they can be, when that is asked for.
    if (wanted === 'document' && found.detail !== null && /^an? (?:JSON|XML) /u.test(found.detail)) {
      return { pipeline: 'document', kind: 'text' }
    }
    throw new StoryglassError(wanted === 'document' ? 'not_a_document' : 'unsupported_kind', found.detail)
  }
  if (endings.pdf?.test(name) && /\bendobj\b/u.test(found.start)) return { pipeline: 'document', kind: 'pdf' }
  if (wanted === 'story') return { pipeline: 'story', kind: 'csv' }
  if (wanted === 'document') {
    if (textTableName.test(name)) return { pipeline: 'story', kind: 'csv' }
  } else if (tableName.test(name) || holdsTable(found.start, found.whole)) {
    return { pipeline: 'story', kind: 'csv' }
  }
  return { pipeline: 'document', kind: looksLikeMarkdown(found.start) ? 'markdown' : 'text' }
}

const documentWords: Readonly<Partial<Record<FailureReason, FailureReason>>> = {
  encrypted_workbook: 'encrypted_document',
  damaged_workbook: 'damaged_document',
  old_workbook: 'old_document',
  not_a_workbook: 'not_a_document',
  unsupported_kind: 'not_a_document',
}

/** The same failure of an archive, said of a document. */
export function inWordsOfDocuments(error: unknown): unknown {
  const reason = error instanceof StoryglassError ? documentWords[error.reason] : undefined
  if (!(error instanceof StoryglassError) || reason === undefined) return error
  return new StoryglassError(reason, error.detail, { cause: error })
}

function describe(kind: SourceKind): string {
  switch (kind) {
    case 'pdf':
      return 'a PDF document'
    case 'docx':
      return 'a Word document'
    case 'html':
      return 'a web page'
    default:
      return `a document (${kind})`
  }
}

/** For those who read tables. Fails with the reason when it is none. */
export async function detectKind(
  input: TaskMap['kind']['input'],
  _context: WorkContext,
): Promise<TaskMap['kind']['output']> {
  const { kind } = await decideKind(input.source, 'story')
  return { kind }
}

/** The import stage: the file is as it was when it was accepted, and is of a kind we read. */
export async function importSource(input: StageInput<'import'>, context: WorkContext): Promise<StageOutput<'import'>> {
  context.progress({ done: 0, total: 1, unit: 'files', note: 'Looking at the file' })
  const { kind, pipeline } = await decideKind(input.source, input.wanted)
  const { size } = await stat(input.source.path)
  if (size !== input.source.bytes) {
    throw new StoryglassError('file_changed', `it had ${input.source.bytes} bytes and has ${size}`)
  }
  await context.breathe()
  context.progress({ done: 1, total: 1, unit: 'files', note: null })
  return { kind, misnamed: isMisnamed(input.source.name, kind), pipeline }
}

/** Any text is rightly named by an ending that promises no other kind: there are hundreds. */
function isMisnamed(name: string, kind: SourceKind): boolean {
  if (!/\.[^.]+$/u.test(name) || endings[kind]?.test(name)) return false
  if (kind !== 'text' && kind !== 'markdown') return true
  return Object.entries(endings).some(([other, ending]) => other !== 'csv' && ending.test(name))
}
