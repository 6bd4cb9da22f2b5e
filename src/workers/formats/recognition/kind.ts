/**
 * The one decision on what a source is and which pipeline reads it: by content first, by its name only where the content
 * leaves it open. The import stage, the tasks that read tables and those that read documents all ask here.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import {
  formatIds,
  formatOf,
  formatOfName,
  isDocumentFormat,
  isTableFormat,
  promises,
} from '../../../shared/file-formats/formats.ts'
import { refusedKind, refusedKindOfName } from '../../../shared/file-formats/refused.ts'
import type { DocumentFormatId, FormatId, TableFormatId } from '../../../shared/file-formats/registry.ts'
import type { Pipeline } from '../../../shared/job/pipeline.ts'
import { inWordsOfDocuments } from '../document-words.ts'
import { type TextHead, type TextStep, textSteps } from '../reader.ts'
import { recognitionOf } from '../readers.ts'
import { type Identified, identify, refusal } from './identify.ts'
import { refusedBy } from './refused-marks.ts'

export type Decision =
  | { readonly pipeline: 'story'; readonly kind: TableFormatId }
  | { readonly pipeline: 'document'; readonly kind: DocumentFormatId }

/**
 * `wanted`: what a person asked for by name; a text is then read as that. Without it a text is what it looks more like.
 * Throws the reason (missing, a folder, empty, a picture, encrypted, of an older kind …) where it cannot be read, or
 * not as that.
 */
export async function decideKind(
  source: { readonly path: string; readonly name: string },
  wanted?: Pipeline,
): Promise<Decision> {
  const found = await inWordsFor(source.name, wanted, () => identify(source.path))
  const decision = decisionOf(decide(found, source.name, wanted))
  if (wanted === undefined || decision.pipeline === wanted) return decision
  const [name] = formatOf(decision.kind).names
  if (wanted === 'story') throw new StoryglassError('unsupported_kind', `a document (${name})`)
  throw new StoryglassError('not_a_document', `a table (${name}), not a document`)
}

/** A failure is said of a document where one is asked for, or the name promises one. */
export async function inWordsFor<Result>(
  name: string,
  wanted: Pipeline | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw wanted === 'document' || (wanted === undefined && isNamedAsPackagedDocument(name))
      ? inWordsOfDocuments(error)
      : error
  }
}

function decisionOf(id: FormatId): Decision {
  if (isTableFormat(id)) return { pipeline: 'story', kind: id }
  if (isDocumentFormat(id)) return { pipeline: 'document', kind: id }
  throw new Error(`${id} is read by neither pipeline`)
}

/** Word's documents of today and before: both come in containers that tables come in, too. */
function isNamedAsPackagedDocument(name: string): boolean {
  const promised = formatOfName(name)
  if (promised === null) return refusedKindOfName(name)?.reason === 'old_document'
  return isDocumentFormat(promised) && recognitionOf(promised).container !== undefined
}

function decide(found: Identified, name: string, wanted: Pipeline | undefined): FormatId {
  switch (found.is) {
    case 'format':
      return found.id
    case 'binary': {
      const tried = formatIds.find((id) => recognitionOf(id).unmarked === true && promises(name, id))
      if (tried === undefined) throw new StoryglassError('binary_file', found.detail)
      return tried
    }
    case 'text':
      return decideText({ start: found.start, whole: found.whole, name, wanted })
  }
}

function decideText(text: TextHead): FormatId {
  if (text.whole && text.start.trim() === '') throw new StoryglassError('empty_file', 'nothing but white space')
  const known = formatAt(textSteps.beforeRefusal, text)
  if (known !== null) return known
  const isReadAsText = refuseText(text) === 'read as text'
  const found = formatAt(isReadAsText ? ['any'] : textSteps.afterRefusal, text)
  if (found === null) throw new StoryglassError('unsupported_kind', 'a text of no kind that is read')
  return found
}

function formatAt(steps: readonly TextStep[], text: TextHead): FormatId | null {
  for (const step of steps) {
    const found = formatIds.find((id) => recognitionOf(id).text?.[step]?.(text) === true)
    if (found !== undefined) return found
  }
  return null
}

/** Throws where the text is of a kind of its own that is not read, unless a person asked for its text. */
function refuseText({ start, wanted }: TextHead): 'read as text' | 'of no such kind' {
  const found = refusedBy('text').find(([, { test }]) => test(start))
  if (found === undefined) return 'of no such kind'
  const [id] = found
  if (wanted === 'document' && refusedKind(id).readableAsText === true) return 'read as text'
  throw wanted === 'document' ? inWordsOfDocuments(refusal(id)) : refusal(id)
}
