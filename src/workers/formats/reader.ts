/**
 * What a format brings along to be read: how it is known by its content, and what reads it. `readers.ts` lists them.
 * A reader's module holds what recognition needs; what reads is imported when a file of the kind is read, since every
 * file is offered to all formats and needs the libraries of one.
 */

import type { StageInput } from '../../shared/contract/stages.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { OpenedDocument } from '../../shared/document/document.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { ReadingOptions } from '../../shared/story/reading.ts'
import type { OleContent } from '../files/ole-container.ts'
import type { ConvertDocument, DocumentFile } from '../pages/document-file.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { ReadTable } from '../tables/read-table.ts'

/** The beginning of a file that is text. */
export interface TextHead {
  readonly start: string
  /** When `start` is all of it. */
  readonly whole: boolean
  /** The file's name, as the user calls it. */
  readonly name: string
  /** What a person asked for by name. */
  readonly wanted: Pipeline | undefined
}

/**
 * A text is offered to every format at one step after another; the first that takes it has it. Between the two groups,
 * texts of kinds that are known and not read are refused.
 */
export const textSteps = {
  beforeRefusal: ['name before content', 'content', 'name'],
  afterRefusal: ['traces', 'rows', 'signs', 'any'],
} as const
export type TextStep = (typeof textSteps)[keyof typeof textSteps][number]

export interface Recognition {
  /** By its first bytes: 64 KB of them, or all there are. */
  readonly signature?: (head: Buffer) => boolean
  /**
   * By a part of a zip package, and what stands in it where the part alone does not tell; or by the main part's content
   * type where that part has another name.
   */
  readonly container?: { readonly part: string; readonly holding?: RegExp; readonly contentTypes?: RegExp }
  /** By what an OLE compound file holds. */
  readonly ole?: OleContent
  /** Binary content without any mark is tried as this kind where the name promises it: a damaged file may still be read. */
  readonly unmarked?: true
  /** Of a text: at which step it is asked, and whether it is one. */
  readonly text?: Partial<Readonly<Record<TextStep, (text: TextHead) => boolean>>>
}

/** One table of a source as text, its values as they stand in the file. */
export interface TextRequest {
  readonly source: DocumentFile
  /** Its name, or its sheet's; null for the first. */
  readonly table: string | null
  readonly format: 'csv' | 'json'
  /** What a person says of how it is to be read. */
  readonly reading?: ReadingOptions | undefined
  /** Absolute; written whole or the failure is thrown. */
  readonly outputPath: string
}

export type WriteTableText = (request: TextRequest, context: WorkContext) => Promise<TaskMap['read']['output']>

export interface TableReader {
  readonly recognition: Recognition
  /**
   * Every table to a Parquet file of its own in `outputDir`, which may not exist yet. Throws the reason where there is
   * none to be had.
   */
  readonly convert: (input: StageInput<'convert'>, context: WorkContext) => Promise<ReadTable[]>
  /** Null for files whose values are typed already: as they stand is as they are understood. */
  readonly writeText: WriteTableText | null
  /** Every cell by its address; null for files without addresses. */
  readonly writeCells: ((input: TaskMap['cells']['input'], context: WorkContext) => Promise<{ cells: number }>) | null
}

/** For documents without pages of their own. */
export interface FlowedReader {
  readonly recognition: Recognition
  readonly convert: ConvertDocument
}

export type ReadPages = (input: Omit<TaskMap['document-pages']['input'], 'kind'>, context: WorkContext) => Promise<void>

/** For documents whose pages are read one by one, by several threads at once. */
export interface PagedReader extends FlowedReader {
  /** What the document says of itself before its pages are read. */
  readonly open: (source: DocumentFile, password: string | null, context: WorkContext) => Promise<OpenedDocument>
  readonly readPages: ReadPages
}
