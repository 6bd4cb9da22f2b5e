/** What a PDF says of itself: outline, metadata, language, labels of pages, links. */
import type { DocumentContent, Link, OutlineEntry } from '../../../shared/document/document.ts'
import { titleFromMetadata } from '../../pages/layout/title.ts'
import { boxOnPage } from './geometry.ts'
import type { PdfDocument, PdfLibrary, PdfPage } from './library.ts'
import { deepestOutline, mostLinks, mostOutlineEntries } from './limits.ts'

type Outline = Awaited<ReturnType<PdfDocument['getOutline']>>

/** In the order it is shown; empty where there is none. */
export async function readOutline(pdf: PdfDocument): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const visit = async (nodes: Outline, level: number): Promise<void> => {
    for (const node of nodes ?? []) {
      if (entries.length >= mostOutlineEntries) return
      const title = node.title.replaceAll(/\s+/gu, ' ').trim()
      if (title !== '') entries.push({ title, page: await pageOf(pdf, node.dest), level })
      if (level < deepestOutline) await visit(node.items as Outline, level + 1)
    }
  }
  await visit(await pdf.getOutline(), 1)
  return entries
}

/** The number of the page a destination is on; null where it leads nowhere. */
async function pageOf(pdf: PdfDocument, destination: unknown): Promise<number | null> {
  try {
    const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null
    const index = isReference(target) ? await pdf.getPageIndex(target) : target
    if (typeof index !== 'number' || !Number.isInteger(index)) return null
    return index >= 0 && index < pdf.numPages ? index + 1 : null
  } catch {
    // A destination that names what is not there: the entry stays, it leads nowhere.
    return null
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value
}

export interface DocumentFacts {
  readonly title: string | null
  readonly language: string | null
  readonly metadata: DocumentContent['metadata']
}

const dates = new Set(['CreationDate', 'ModDate'])
/** Said elsewhere, or of no use to a reader. */
const leftOut = new Set(['Title', 'Language', 'Custom', 'EncryptFilterName', 'Trapped', 'IsCollectionPresent'])
const longestValue = 4_000

export async function readFacts(pdf: PdfDocument, library: PdfLibrary): Promise<DocumentFacts> {
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
  const metadata: DocumentContent['metadata'] = {}
  for (const [name, value] of Object.entries(info)) {
    if (leftOut.has(name)) continue
    const read = dates.has(name) ? dateOf(value, library) : value
    const key = name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/u, (start) => start.toLowerCase())
    if (typeof read === 'string' && read.trim() !== '') metadata[key] = read.trim().slice(0, longestValue)
    if (typeof read === 'number' || typeof read === 'boolean') metadata[key] = read
  }
  return { title: titleFromMetadata(info.Title), language: languageOf(info.Language), metadata }
}

function dateOf(value: unknown, library: PdfLibrary): string | null {
  if (typeof value !== 'string') return null
  const date = library.PDFDateString.toDateObject(value)
  return date === null || Number.isNaN(date.getTime()) ? value : date.toISOString()
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.replaceAll(/\s+/gu, ' ').trim() : null
}

function languageOf(value: unknown): string | null {
  const text = textOf(value)?.replaceAll('_', '-') ?? null
  return text !== null && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(text) ? text : null
}

interface LinkAnnotation {
  readonly subtype?: string
  readonly rect: number[]
  readonly url?: string
  readonly dest?: unknown
}

/** `url` only where it is one that a browser may be asked to open; scripts and programs are no links. */
export async function readLinks(pdf: PdfDocument, page: PdfPage, library: PdfLibrary): Promise<Link[]> {
  const viewport = page.getViewport({ scale: 1 })
  const links: Link[] = []
  for (const annotation of (await page.getAnnotations()) as unknown as LinkAnnotation[]) {
    if (annotation.subtype !== 'Link' || links.length >= mostLinks) continue
    const url =
      typeof annotation.url === 'string' && /^(?:https?|mailto):/iu.test(annotation.url) ? annotation.url : null
    const target = url === null ? await pageOf(pdf, annotation.dest) : null
    if (url === null && target === null) continue
    links.push({ box: boxOnPage(annotation.rect, viewport, library), url, page: target })
  }
  return links
}

/** Null where the document has none of its own. */
export async function readLabels(pdf: PdfDocument): Promise<readonly string[] | null> {
  return pdf.getPageLabels()
}
