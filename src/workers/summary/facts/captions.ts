/** Figures and tables by what stands below or above them. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { DocumentStory, Place } from '../../../shared/document/document-story.ts'
import { isCaption, isOfTable } from '../text/back-matter-roles.ts'
import type { Line } from '../text/lines.ts'

const longest = 400

export interface Caption {
  readonly text: string
  readonly place: Place
  readonly ofTable: boolean
}

/** Captions in the order of the document, a long one cut after a sentence. */
export function captionsOf(pages: readonly (readonly Line[])[]): Caption[] {
  const groups: Line[][] = []
  for (const line of pages.flat()) {
    if (line.role !== 'caption') continue
    const last = groups.at(-1)?.at(-1)
    const begins = isCaption(line.text) || last === undefined || last.page !== line.page || last.block !== line.block
    if (begins) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.flatMap((group) => {
    const lines = shortened(group)
    const [first, last] = [lines[0], lines.at(-1)]
    if (first === undefined || last === undefined) return []
    const text = lines.map((line) => line.text).join(' ')
    return [{ text, place: { page: first.page, start: first.start, end: last.end }, ofTable: isOfTable(text) }]
  })
}

function shortened(lines: readonly Line[]): readonly Line[] {
  let length = 0
  const kept: Line[] = []
  for (const line of lines) {
    if (kept.length > 0 && length + line.text.length > longest) break
    kept.push(line)
    length += line.text.length
  }
  return kept
}

/** Tables that have no caption of their own get that of their page, where there are as many of one as of the other. */
export function tablesOf(content: DocumentContent, captions: readonly Caption[]): DocumentStory['tables'] {
  return content.tables.map((table, index) => {
    const here = content.tables.filter((other) => other.page === table.page)
    const found = captions.filter((caption) => caption.ofTable && caption.place.page === table.page)
    const own = table.caption ?? (here.length === found.length ? (found[here.indexOf(table)]?.text ?? null) : null)
    return { table: index, page: table.page, caption: own }
  })
}
