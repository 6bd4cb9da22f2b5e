/**
 * What is to be read of a source: the file itself, or what is inside where it only wraps others. A container of one
 * readable file is that file; the tables of several become tables of one source.
 */

import { StoryglassError, sayDetail } from '../../../shared/failure/failure.ts'
import { formatOf } from '../../../shared/file-formats/formats.ts'
import { refusedKindOfDetail } from '../../../shared/file-formats/refused.ts'
import type { FormatId } from '../../../shared/file-formats/registry.ts'
import type { Pipeline } from '../../../shared/job/pipeline.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { isNamed } from '../../files/containers/entry-name.ts'
import { type Unpacked, type UnpackedFile, unpack } from '../../files/containers/unpack.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { isPackage } from './identify.ts'
import { type Decision, decideKind, inWordsFor } from './kind.ts'

export interface SourceFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
}

export interface OpenRequest {
  readonly source: SourceFile
  /** What a person asked for by name; see `decideKind`. */
  readonly pipeline: Pipeline | undefined
  /** A sheet or table asked for by name, which in an archive may be one of its files. */
  readonly wanted: string | null
  /** Of a protected source; null where none was given. */
  readonly password: string | null
  /** Its files are to be told as one table: all of them are read. */
  readonly asOne?: boolean
  /** An existing folder, where what is inside is put. */
  readonly folder: string
}

export interface OpenedFile extends SourceFile {
  readonly kind: FormatId
}

export interface OpenedSource {
  readonly pipeline: Pipeline
  /** At least one; several only where all are tables. */
  readonly files: readonly [OpenedFile, ...OpenedFile[]]
  /** Whether they were inside the source, and lie in the folder of the request. */
  readonly isInside: boolean
  /** Whether `wanted` named one of them. */
  readonly chosen: boolean
  /** What a reader should know: files that were left out. */
  readonly notes: readonly Note[]
}

/** Further files are not read; a person can still name one. */
const maxFilesRead = 150
const maxNamed = 12

/** Throws the reason where nothing of it can be read, or not as what was asked for. */
export async function openSource(request: OpenRequest, context: WorkContext): Promise<OpenedSource> {
  const { source, pipeline, wanted, password, folder, asOne = false } = request
  const unpacked = await inWordsFor(source.name, pipeline, () =>
    unpack({ ...source, folder, wanted, password, isPackage }, context),
  )
  if (unpacked === null) {
    const decision = await decideKind(source, pipeline)
    const files = [{ ...source, kind: decision.kind }] as const
    return { pipeline: decision.pipeline, files, isInside: false, chosen: false, notes: [] }
  }
  const chosen =
    wanted !== null && unpacked.entries.length > 1 && unpacked.files.some(({ entry }) => isNamed(entry, wanted))
  const [only, ...others] = unpacked.files
  if (only !== undefined && others.length === 0) {
    const decision = await decideKind(only, pipeline)
    return opened(decision.pipeline, [{ ...only, kind: decision.kind }], chosen, [])
  }
  return chooseAmong(unpacked, { wanted: pipeline, chosen, asOne }, context)
}

function opened(
  pipeline: Pipeline,
  files: readonly [OpenedFile, ...OpenedFile[]],
  chosen: boolean,
  notes: readonly Note[],
): OpenedSource {
  return { pipeline, files, isInside: true, chosen, notes }
}

async function chooseAmong(
  { files, entries }: Unpacked,
  {
    wanted,
    chosen,
    asOne,
  }: { readonly wanted: Pipeline | undefined; readonly chosen: boolean; readonly asOne: boolean },
  context: WorkContext,
): Promise<OpenedSource> {
  const tables: (OpenedFile & { entry: string })[] = []
  const documents: (OpenedFile & { entry: string })[] = []
  const refused: string[] = []
  for (const file of files) {
    const decision = await decisionOrReason(file, context.texts)
    if (typeof decision === 'string') refused.push(`${file.entry} (${decision})`)
    else (decision.pipeline === 'story' ? tables : documents).push({ ...file, kind: decision.kind })
    await context.yieldToEventLoop()
  }
  const nameOf = ({ entry, kind }: OpenedFile & { entry: string }): string => `${entry} (${formatOf(kind).names[0]})`
  const [firstTable, ...otherTables] = tables
  if (firstTable !== undefined && wanted !== 'document') {
    const kept = asOne ? otherTables : otherTables.slice(0, maxFilesRead - 1)
    const leftOut = [...documents.map(nameOf), ...refused]
    const code = asOne ? 'archives.leftOutOfThese' : 'archives.leftOut'
    const notes: Note[] = leftOut.length === 0 ? [] : [note(code, { names: listed(leftOut) })]
    if (kept.length < otherTables.length) {
      notes.push(note('archives.onlyFirst', { read: maxFilesRead, tables: tables.length }))
    }
    return opened('story', [firstTable, ...kept], chosen, notes)
  }
  const [document, ...otherDocuments] = documents
  if (document === undefined) {
    const there = listed(refused.length > 0 ? refused : entries)
    throw new StoryglassError('nothing_readable', there === '' ? note('failed.isEmpty') : there)
  }
  if (otherDocuments.length > 0)
    throw new StoryglassError('several_documents', listed(documents.map(({ entry }) => entry)))
  return opened('document', [document], chosen, [])
}

/** What a file is, or in few words why it cannot be read. */
async function decisionOrReason(file: UnpackedFile, texts: Texts): Promise<Decision | string> {
  try {
    return await decideKind(file)
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    const detail = sayDetail(texts, error.detail)
    const refused = refusedKindOfDetail(detail)
    return refused === null ? (detail ?? error.reason.replaceAll('_', ' ')) : texts.failures.refusedKinds[refused].name
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - maxNamed
  return `${names.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
