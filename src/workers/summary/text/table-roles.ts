/** Lines that are the text of a table that was found on their page. */
import type { DocumentTable } from '../../../shared/document/document.ts'
import type { Line } from './lines.ts'

/** More words than this and a full stop: a cell that is read as text. */
const wordsOfProse = 25

/** A line is of a table if all its words, as often as it has them, stand in one of its rows. */
export function markTables(lines: readonly Line[], tables: readonly DocumentTable[]): void {
  const rows = tables.flatMap((table) => table.rows).map((row) => ({ row, counts: countsOf(row.join(' ')) }))
  if (rows.length === 0) return
  for (const line of lines) {
    if (line.role !== 'prose') continue
    const words = [...countsOf(line.text)]
    const found = rows.find(({ counts }) => words.every(([word, count]) => (counts.get(word) ?? 0) >= count))
    if (found !== undefined && words.length > 0 && !isOfProse(line, found.row)) line.role = 'table'
  }
}

function isOfProse(line: Line, row: readonly string[]): boolean {
  const long = row.filter((cell) => (cell.match(/\S+/gu)?.length ?? 0) >= wordsOfProse && /[.!?]\W*$/u.test(cell))
  if (long.length === 0) return false
  const text = line.text.replaceAll(/\s+/gu, ' ')
  return long.some((cell) => cell.replaceAll(/\s+/gu, ' ').includes(text))
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
