/** All lines of a document with what each is part of, and its headings. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { tellCaptions, tellCode, tellContents, tellReferences } from './back-matter-roles.ts'
import { type Heading, tellHeadings } from './heading-roles.ts'
import { type Line, linesOf } from './lines.ts'
import { tellByMarkup } from './markup-roles.ts'
import { tellRunning } from './running-roles.ts'
import { tellTables } from './table-roles.ts'

export interface ToldLines {
  /** By page, in the order of the document. */
  readonly pages: readonly (readonly Line[])[]
  readonly headings: readonly Heading[]
}

export async function tellLines(content: DocumentContent, context: WorkContext): Promise<ToldLines> {
  const pace = pacer(context)
  const pages: Line[][] = []
  for (const page of content.pages) {
    const lines = linesOf(page)
    if (page.html !== undefined) tellByMarkup(page, lines)
    else {
      const covers = (number: number, continued: readonly { readonly page: number }[] | undefined): boolean =>
        number === page.number || (continued ?? []).some((one) => one.page === page.number)
      tellTables(
        lines,
        content.tables.filter((table) => covers(table.page, table.continuations)),
      )
    }
    tellCaptions(lines)
    if (page.html === undefined) tellCode(lines)
    pages.push(lines)
    await pace()
  }
  tellRunning(pages)
  await pace()
  tellContents(pages)
  await pace()
  const headings = await tellHeadings(pages, content.outline, pace)
  await pace()
  tellReferences(pages.flat(), headings)
  await pace()
  return { pages, headings }
}
