/** The caption of a table: lines above or below it that begin with a word for table and a number. */
import type { Box } from '../../../shared/document/document.ts'
import type { TextRow } from './text-rows.ts'

/** In the languages that reports are most written in; all say table, schedule or exhibit. */
const opening =
  /^(?:table|tab\.|tbl\.|exhibit|schedule|tableau|tabelle|übersicht|tabla|cuadro|tabella|tavola|tabela|quadro|tabel|tabell|taulukko|tabulka|tabuľka|táblázat|таблица|табл\.|πίνακας|tablo|جدول|טבלה|表|표|ตาราง)\s*(?:n[ro°º.]*\s*)?(?:[\dIVXLC]+|[A-Z](?=[.\d\s:-]))[\d.\-–]*[a-z]?(?:$|[\s.:)–—-])/iu

/** A sentence about a table begins as its caption does. */
const sentence =
  /^\S+\s+\S+\s+(?:shows?|lists?|gives?|presents?|summari[sz]es?|reports?|contains?|provides?|compares?|is|are|was|and|also|in|of|on|below|above|zeigt|enthält|montre|présente|muestra)\s/u

/** Heights of the text: a caption is no further away, and its lines no further from each other. */
const farthest = 2.2
const lineDistance = 0.7
const mostLines = 4
const longest = 500

export function isCaption(text: string): boolean {
  const trimmed = text.trim()
  return opening.test(trimmed) && !sentence.test(trimmed)
}

/** `rows`: of the page's text but that of its tables, from the top down. Above is looked at first. */
export function captionOf(box: Box, rows: readonly TextRow[]): string | null {
  return captionAbove(box, rows) ?? captionBelow(box, rows)
}

function isOver(row: TextRow, [left, , right]: Box): boolean {
  return row.from < right && row.to > left - 20
}

function captionAbove(box: Box, rows: readonly TextRow[]): string | null {
  const above = rows.filter((row) => isOver(row, box) && row.bottom <= box[1] + 2).reverse()
  const lines: TextRow[] = []
  let edge = box[1]
  for (const row of above.slice(0, mostLines)) {
    if (edge - row.bottom > (lines.length === 0 ? farthest : lineDistance) * row.size) return null
    lines.unshift(row)
    edge = row.top
    if (isCaption(textOfRow(row))) return joinedText(lines)
  }
  return null
}

function captionBelow(box: Box, rows: readonly TextRow[]): string | null {
  const below = rows.filter((row) => isOver(row, box) && row.top >= box[3] - 2)
  const [first] = below
  if (first === undefined || first.top - box[3] > farthest * first.size || !isCaption(textOfRow(first))) return null
  const lines = [first]
  for (const row of below.slice(1, mostLines)) {
    const last = lines.at(-1) ?? first
    if (row.top - last.bottom > lineDistance * row.size || Math.abs(row.size - first.size) > 0.3) break
    lines.push(row)
  }
  return joinedText(lines)
}

function textOfRow(row: TextRow): string {
  return row.segments.map((one) => one.text).join(' ')
}

function joinedText(rows: readonly TextRow[]): string {
  return rows.map(textOfRow).join(' ').replaceAll(/\s+/gu, ' ').trim().slice(0, longest)
}
