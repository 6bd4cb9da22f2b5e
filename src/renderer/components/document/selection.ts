/** What is selected on the pages of a document: which pages it spans, and its text as the document reads. */
import type { PageReading } from '../../../shared/document/reading.ts'
import { knownPage, pageOf } from '../../queries/document-pages.ts'
import { type LinePoint, textBetween } from '../../words/document-places.ts'
import { lineOf } from './text-layer.tsx'

export interface PagePoint extends LinePoint {
  /** From 1. */
  readonly page: number
}

export interface PageSelection {
  readonly from: PagePoint
  readonly to: PagePoint
}

/** Null where nothing of a page's text is selected. */
export function selectedText(selection: Selection | null): PageSelection | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = pointOf(range.startContainer, range.startOffset)
  const to = pointOf(range.endContainer, range.endOffset)
  return from === null || to === null ? null : { from, to }
}

function pointOf(node: Node, offset: number): PagePoint | null {
  const line = lineOf(node)
  const layer = (line ?? (node instanceof HTMLElement ? node : node.parentElement))?.closest<HTMLElement>(
    '[data-text-layer]',
  )
  if (!layer) return null
  const page = Number(layer.dataset.textLayer)
  if (line === null) {
    // Between lines: before the child at `offset`.
    const lines = [...layer.querySelectorAll('[data-line]')]
    const before = [...layer.childNodes]
      .slice(0, offset)
      .filter((child) => child instanceof HTMLElement && child.dataset.line).length
    return { page, line: Math.min(before, lines.length), offset: 0 }
  }
  const upTo = document.createRange()
  upTo.setStart(line, 0)
  upTo.setEnd(node, offset)
  // The line's own text, without the new line at its end.
  return { page, line: Number(line.dataset.line), offset: upTo.toString().replace(/\n$/u, '').length }
}

function part(reading: PageReading, selection: PageSelection): string {
  const { page, lines } = reading
  const from = selection.from.page === page.number ? selection.from : { line: 0, offset: 0 }
  const last = lines.length - 1
  const to = selection.to.page === page.number ? selection.to : { line: last, offset: lines[last]?.text.length ?? 0 }
  return textBetween(lines, page.text, from, to)
}

/** The text selected, at once; null where a page in between is not at hand. */
export function textNow(id: string, selection: PageSelection): string | null {
  const parts: string[] = []
  for (let page = selection.from.page; page <= selection.to.page; page += 1) {
    const reading = knownPage(id, page)
    if (reading === undefined) return null
    parts.push(part(reading, selection))
  }
  return joined(parts)
}

/** The same, asking for pages that are not at hand. Pages that cannot be had are left out. */
export async function textInTime(id: string, selection: PageSelection): Promise<string> {
  const parts: string[] = []
  for (let page = selection.from.page; page <= selection.to.page; page += 1) {
    const reading = await pageOf(id, page)
    if (reading !== null) parts.push(part(reading, selection))
  }
  return joined(parts)
}

function joined(parts: readonly string[]): string {
  return parts.filter((text) => text !== '').join('\n\n')
}
