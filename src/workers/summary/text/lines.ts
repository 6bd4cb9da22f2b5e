/** The lines of a document's pages, each with its place and, once told, with what it is part of. */
import type { Page } from '../../../shared/document/document.ts'

/** What a line belongs to. Only `prose` is read as sentences. */
export type Role =
  | 'prose'
  | 'heading'
  | 'caption'
  | 'table'
  | 'code'
  /** A table of contents, an index. */
  | 'contents'
  /** An entry of a list of references. */
  | 'reference'
  /** Head and foot of a page that were not set apart. */
  | 'running'
  /** Of a title page, an address, a form, a formula: text that makes no sentences. */
  | 'scrap'

export interface Line {
  /** Page number, from 1. */
  readonly page: number
  /** In the page's `text`, UTF-16 units, without white space at the ends. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of the page, from 0; an empty line ends a block. */
  readonly block: number
  /** Whether it is a whole paragraph or item, as in documents that are flowed. */
  readonly whole: boolean
  role: Role
  /** Of a heading, from 1; 0 otherwise. */
  level: number
}

/** Lines in reading order. In flowed documents the cells of a row are lines of their own. */
export function linesOf(page: Page): Line[] {
  const whole = page.html !== undefined
  const lines: Line[] = []
  let block = 0
  let at = 0
  for (const raw of page.text.split('\n')) {
    if (raw.trim() === '') block += 1
    else {
      let offset = at
      for (const cell of whole ? raw.split('\t') : [raw]) {
        const text = cell.trim()
        const start = offset + cell.length - cell.trimStart().length
        if (text !== '') {
          lines.push({
            page: page.number,
            start,
            end: start + text.length,
            text,
            block,
            whole,
            role: 'prose',
            level: 0,
          })
        }
        offset += cell.length + 1
      }
    }
    at += raw.length + 1
  }
  return lines
}

/** Lines of one page by the block they stand in. */
export function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last?.[0]?.block === line.block) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** For comparison: lower case, single spaces, letters and digits only. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
