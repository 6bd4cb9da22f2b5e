/** Links within a flowed document: the place may stand on any page, which is looked for when the link is used. */
import type { PageReading } from '../../../shared/document/reading.ts'
import { escapeMarkup } from '../../../shared/format/markup-text.ts'
import { pageOf } from '../../queries/document-pages.ts'
import { knownDocument } from '../../queries/documents.ts'
import { currentTexts } from '../../stores/language.ts'
import { notify } from '../../stores/notices.ts'
import { goToName } from '../../stores/reader.ts'

let following = 0

/** From the page of the link on, then from the first: a footnote is near, a table of contents is before all. */
export async function followFlowLink(id: string, from: number, name: string): Promise<void> {
  const texts = currentTexts()
  following += 1
  const mine = following
  const count = knownDocument(id)?.pages.length ?? 0
  const order = Array.from({ length: count }, (_, index) => ((from - 1 + index) % count) + 1)
  for (const page of order) {
    const reading = await pageOf(id, page)
    if (mine !== following) return
    if (reading !== null && hasName(reading, name)) {
      goToName(page, name)
      return
    }
  }
  notify({ kind: 'plain', title: texts.documents.thisLinkLeadsToA })
}

function hasName({ page }: PageReading, name: string): boolean {
  // Ids are written by the engine, always in double quotes and escaped as attributes are.
  return page.html?.includes(`id="${escapeMarkup(name)}"`) === true || page.html?.includes(`id="${name}"`) === true
}
