/** The pages of a flowed document as Document JSON. */
import type { DocumentContent, Page } from '../../../shared/document/document.ts'
import type { DocumentWarning } from '../../../shared/document/warning.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { Flow, FlowedPage } from './flowed.ts'
import { countWords } from './page-text.ts'

export interface Particulars {
  /** Points; the document's own pages, where it has any. */
  readonly size?: { readonly width: number; readonly height: number } | undefined
  /** As the metadata has it; else what is set as a title in the text, or its first outermost heading. */
  readonly title: string | null
  readonly language: string | null
  readonly metadata: DocumentContent['metadata']
  readonly warnings: readonly DocumentWarning[]
}

export function contentOf(flow: Flow, context: WorkContext, particulars: Particulars): DocumentContent {
  const pages = flow.pages.map((page, index) => pageOf(index + 1, page, particulars.size))
  context.progress({ done: pages.length, total: pages.length, unit: 'pages', note: null })
  const given = particulars.title?.replace(/\s+/gu, ' ').trim() ?? ''
  return {
    title: given === '' ? (flow.titled ?? firstHeading(flow)) : given,
    language: particulars.language,
    pageCount: pages.length,
    outline: [...flow.outline],
    pages,
    tables: [...flow.tables],
    metadata: particulars.metadata,
    warnings: [...particulars.warnings],
  }
}

/** Width and height are 0 where the document has no pages of its own. */
function pageOf(number: number, content: FlowedPage, size = { width: 0, height: 0 }): Page {
  const words = countWords(content.text)
  const { text, html, anchors } = content
  const nothing = { label: null, header: '', footer: '', image: null, thumbnail: null, ocr: false, links: [] }
  return {
    number,
    ...size,
    ...nothing,
    text,
    words,
    ...(html === null ? {} : { html }),
    ...(anchors.length === 0 ? {} : { anchors: [...anchors] }),
  }
}

/** Of the outermost level there is: some documents begin with an aside. */
function firstHeading(flow: Flow): string | null {
  const outermost = flow.outline.reduce((level, entry) => Math.min(level, entry.level), Number.POSITIVE_INFINITY)
  return flow.outline.find((entry) => entry.level === outermost)?.title ?? null
}
