/** What follows from the export formats: which there are of what, and by what name a file asks for which. */
import {
  type ExportFormatId,
  type ExportFormatOf,
  type ExportSubject,
  exportFormat,
  exportFormats,
} from './registry.ts'

const ids = Object.keys(exportFormats) as ExportFormatId[]

function isOf<Subject extends ExportSubject>(id: ExportFormatId, subject: Subject): id is ExportFormatOf<Subject> {
  return exportFormat(id).of.includes(subject)
}

/** What it can be written as. */
export function exportFormatsOf<Subject extends ExportSubject>(subject: Subject): readonly ExportFormatOf<Subject>[] {
  return ids.filter((id) => isOf(id, subject))
}

/** What a document or one of its tables can be written as. */
export const documentExportFormats: readonly (ExportFormatOf<'document'> | ExportFormatOf<'documentTable'>)[] =
  ids.filter((id) => isOf(id, 'document') || isOf(id, 'documentTable'))

/** The one whose ending says most of the name: `a.md.zip` is Markdown in an archive. */
function byEnding<Id extends ExportFormatId>(among: readonly Id[], name: string): Id | null {
  const lower = name.toLowerCase()
  const lengthOf = (id: Id): number =>
    Math.max(0, ...exportFormat(id).endings.map((ending) => (lower.endsWith(`.${ending}`) ? ending.length : 0)))
  const [best] = among.toSorted((left, right) => lengthOf(right) - lengthOf(left))
  return best === undefined || lengthOf(best) === 0 ? null : best
}

/** The format a file name asks for by its ending; null where it asks for none of these. */
export function exportFormatOfName<Subject extends ExportSubject>(
  name: string,
  subject: Subject,
): ExportFormatOf<Subject> | null {
  return byEnding(exportFormatsOf(subject), name)
}

/** For a browser that downloads a file of this name. */
export function contentTypeOfName(name: string): string {
  const id = byEnding(ids, name)
  return id === null ? 'application/octet-stream' : exportFormat(id).contentType
}

/** Whether it is text, fit to be printed; others need a file. */
export function isTextFormat(id: ExportFormatId): boolean {
  return exportFormat(id).contentType.includes('charset=')
}
