/** All lines of a document with what each is part of, and its headings. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { markCaptions, markCode, markContents, markReferences } from './back-matter-roles.ts'
import { type Heading, markHeadings } from './heading-roles.ts'
import { type Line, linesOf } from './lines.ts'
import { markByMarkup } from './markup-roles.ts'
import { markRunning } from './running-roles.ts'
import { markTables } from './table-roles.ts'

export interface ClassifiedLines {
  /** By page, in the order of the document. */
  readonly pages: readonly (readonly Line[])[]
  readonly headings: readonly Heading[]
}

export async function classifyLines(content: DocumentContent, context: WorkContext): Promise<ClassifiedLines> {
  const pace = pacer(context)
  const pages: Line[][] = []
  for (const page of content.pages) {
    const lines = linesOf(page)
    if (page.html !== undefined) markByMarkup(page, lines)
    else {
      const covers = (number: number, continued: readonly { readonly page: number }[] | undefined): boolean =>
        number === page.number || (continued ?? []).some((one) => one.page === page.number)
      markTables(
        lines,
        content.tables.filter((table) => covers(table.page, table.continuations)),
      )
    }
    markCaptions(lines)
    if (page.html === undefined) markCode(lines)
    pages.push(lines)
    await pace()
  }
  markRunning(pages)
  await pace()
  markContents(pages)
  await pace()
  const headings = await markHeadings(pages, content.outline, pace)
  await pace()
  markReferences(pages.flat(), headings)
  await pace()
  return { pages, headings }
}
