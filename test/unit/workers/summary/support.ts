/** Documents made in code: pages of text, drawn or flowed. */
import type { DocumentContent, Page } from '../../../../src/shared/document/document.ts'

export function pageOf(number: number, text: string, html?: string): Page {
  const nothing = { label: null, header: '', footer: '', image: null, thumbnail: null, ocr: false, links: [] }
  const words = text.match(/\S+/gu)?.length ?? 0
  return { number, width: 595, height: 842, text, words, ...nothing, ...(html === undefined ? {} : { html }) }
}

export function contentOf(texts: readonly string[], more: Partial<DocumentContent> = {}): DocumentContent {
  const pages = texts.map((text, index) => pageOf(index + 1, text))
  const content = { title: null, language: null, outline: [], tables: [], metadata: {}, warnings: [] }
  return { ...content, pageCount: pages.length, pages, ...more }
}

export const source = { path: '/none', name: 'none.pdf', bytes: 1 }
