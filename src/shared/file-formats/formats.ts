/** What follows from the definitions of the formats: by id, by name, by type, and in words. */
import type { Pipeline } from '../job/pipeline.ts'
import { containerEndings, nameInside } from './containers.ts'
import type { FormatDefinition } from './format.ts'
import { type DocumentFormatId, type FormatId, formats, type PagedFormatId, type TableFormatId } from './registry.ts'

export const formatIds = Object.keys(formats) as FormatId[]

export function formatOf(id: FormatId): FormatDefinition {
  return formats[id]
}

export function isTableFormat(id: string): id is TableFormatId {
  return isFormat(id) && formatOf(id).pipeline === 'story'
}

export function isDocumentFormat(id: string): id is DocumentFormatId {
  return isFormat(id) && formatOf(id).pipeline === 'document'
}

/** Drawn and read page by page, as the file sets them. */
export function isPaged(id: string): id is PagedFormatId {
  if (!isFormat(id)) return false
  const format = formatOf(id)
  return format.pipeline === 'document' && format.pages === 'own'
}

function isFormat(id: string): id is FormatId {
  return Object.hasOwn(formats, id)
}

export const tableFormatIds = formatIds.filter(isTableFormat)
export const documentFormatIds = formatIds.filter(isDocumentFormat)
export const pagedFormatIds = formatIds.filter(isPaged)

/** What reads a source of this kind; null where the kind is not known. */
export function pipelineOfFormat(id: FormatId | 'unknown'): Pipeline | null {
  return id === 'unknown' ? null : formatOf(id).pipeline
}

/** In lower case, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Whether the name's ending promises this kind. */
export function promises(name: string, id: FormatId): boolean {
  return formatOf(id).endings.includes(endingOf(name))
}

/** Whether a file of this kind may have such a name. */
export function mayBeNamed(name: string, id: FormatId): boolean {
  return promises(name, id) || formatOf(id).alsoGiven?.endings?.includes(endingOf(name)) === true
}

/** The kind the name promises; null where it promises none. */
export function formatOfName(name: string): FormatId | null {
  return formatIds.find((id) => promises(name, id)) ?? null
}

/** What is most likely to become of a file of this name, before its content has been looked at. */
export function pipelineOfName(name: string): Pipeline {
  const promised = formatOfName(nameInside(name))
  return promised === null ? 'story' : formatOf(promised).pipeline
}

/** The kind a MIME type tells of. Any text may be told to be plain text, so that this tells of none. */
export function formatOfType(type: string): FormatId | null {
  const bare = type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (bare === 'text/plain') return null
  const isTold = (types: readonly string[]): boolean => types.some((one) => one.toLowerCase() === bare)
  return (
    formatIds.find((id) => isTold(formatOf(id).types)) ??
    formatIds.find((id) => isTold(formatOf(id).alsoGiven?.types ?? [])) ??
    null
  )
}

/** What a dialog offers: every ending such files have, each once, and those of files they may be packed in. */
export function endingsOf(pipeline: Pipeline): readonly string[] {
  const own = formatsOf(pipeline).flatMap(({ endings, alsoGiven }) => [...endings, ...(alsoGiven?.endings ?? [])])
  return [...new Set([...own, ...containerEndings])]
}

/** `CSV`, `TSV`, `Excel`: what is read by a pipeline, by name. */
export function namesOf(pipeline: Pipeline): readonly string[] {
  return formatsOf(pipeline).flatMap(({ names }) => names)
}

/** The same as somebody needs it who is to save a file as one of them: `Excel .xlsx and .xlsm`. */
export function namesWithEndingsOf(pipeline: Pipeline): readonly string[] {
  return formatsOf(pipeline).flatMap(({ names, namesWithEndings }) => namesWithEndings ?? names)
}

function formatsOf(pipeline: Pipeline): readonly FormatDefinition[] {
  return formatIds.map(formatOf).filter((format) => format.pipeline === pipeline)
}
