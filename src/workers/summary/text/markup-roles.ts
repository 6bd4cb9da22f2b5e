/** What each line of a flowed page is, told by the page's own markup. */
import { Parser } from 'htmlparser2'
import type { Page } from '../../../shared/document/document.ts'
import type { Line, Role } from './lines.ts'

/** A cell with this many words that ends as a sentence does is text set in a grid, not data. */
const wordsOfProse = 25

interface Stretch {
  /** Characters that are no white space, counted from the beginning of the page. */
  readonly end: number
  readonly role: Role
  readonly level: number
}

/**
 * Sets `role` and `level` of the lines. Text and markup hold the same characters but for white space, so that a line is
 * found in the markup by counting.
 */
export function markByMarkup(page: Page, lines: readonly Line[]): void {
  const stretches = stretchesOf(page.html ?? '')
  let counted = 0
  let at = 0
  let index = 0
  for (const line of lines) {
    counted += visible(page.text.slice(at, line.start))
    at = line.start
    while (index < stretches.length && (stretches[index]?.end ?? 0) <= counted) index += 1
    const stretch = stretches[index]
    if (stretch === undefined) continue
    line.role = stretch.role === 'table' && isProse(line.text) ? 'prose' : stretch.role
    line.level = line.role === 'heading' ? stretch.level : 0
  }
}

function isProse(cell: string): boolean {
  return /[.!?]["'”’»)\]]*$/u.test(cell) && (cell.match(/\S+/gu)?.length ?? 0) >= wordsOfProse
}

function stretchesOf(html: string): Stretch[] {
  const stretches: Stretch[] = []
  const open: string[] = []
  let counted = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (!voids.has(name)) open.push(name)
    },
    onclosetag: (name) => {
      const last = open.lastIndexOf(name)
      if (last >= 0) open.length = last
    },
    ontext: (text) => {
      const length = visible(text)
      if (length === 0) return
      counted += length
      stretches.push({ end: counted, ...roleIn(open) })
    },
  })
  parser.write(html)
  parser.end()
  return stretches
}

const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col', 'input'])

function roleIn(open: readonly string[]): { readonly role: Role; readonly level: number } {
  if (open.some((name) => name === 'td' || name === 'th')) return { role: 'table', level: 0 }
  const heading = open.find((name) => /^h[1-6]$/u.test(name))
  if (heading !== undefined) return { role: 'heading', level: Number(heading.slice(1)) }
  if (open.includes('pre')) return { role: 'code', level: 0 }
  if (open.includes('caption') || open.includes('figcaption')) return { role: 'caption', level: 0 }
  return { role: 'prose', level: 0 }
}

function visible(text: string): number {
  let count = 0
  for (const [run] of text.matchAll(/\S+/gu)) count += run.length
  return count
}
