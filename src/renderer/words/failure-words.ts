/** Reasons, codes and kinds of file in a few words, for figures about many jobs. */
import { describeFailure, type ErrorCode, type FailureReason } from '../../shared/failure/failure.ts'
import { formatOf } from '../../shared/file-formats/formats.ts'
import { capitalise } from '../../shared/format/words.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import { currentTexts } from '../stores/language.ts'

/** A few words where there are some, else the message itself. */
export function reasonWords(reason: FailureReason): string {
  const texts = currentTexts()
  const short: Partial<Record<FailureReason, string>> = texts.metrics.reasons
  const message = (): string => describeFailure(texts, reason, { name: texts.failures.subjects.file }).message
  return short[reason] ?? capitalise(message().replace(/\.$/, ''))
}

/** What was being done. */
export function codeWords(code: ErrorCode): string {
  return currentTexts().metrics.codes[code]
}

export function kindWords(kind: SourceKind): string {
  const words = currentTexts().metrics.kinds
  if (kind === 'unknown') return words.unknown
  const own: Partial<Record<SourceKind, string>> = words
  return own[kind] ?? formatOf(kind).title
}

/** `CSV files`, `files of unknown kind`. */
export function kindOfFiles(kind: SourceKind): string {
  const { metrics } = currentTexts()
  return kind === 'unknown' ? metrics.filesOfUnknownKind : metrics.filesOfKind({ kind: kindWords(kind) })
}
