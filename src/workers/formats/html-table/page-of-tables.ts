/** Tells a page that is an export of tables from one that is for reading. */
import { endingOf, formatOf, tableFormatIds } from '../../../shared/file-formats/formats.ts'
import { refusedKindOfName } from '../../../shared/file-formats/refused.ts'
import { looksLikePage } from '../html/page-in-text.ts'
import type { TextHead } from '../reader.ts'
import { type MarkupTable, TableGatherer } from './tables.ts'

/** Of all characters shown, at least this many stand in tables. */
const neededShare = 0.9
const leastRows = 3

export function isPageOfTables({ start, name, wanted }: TextHead): boolean {
  if (wanted === 'document' || !/<table\b/iu.test(start) || !looksLikePage(start)) return false
  const gatherer = new TableGatherer()
  try {
    gatherer.write(start)
    const { tables, charactersOutside } = gatherer.end()
    if (wanted === 'story' || isNamedAsTable(name)) return tables.some(hasRowsAndColumns)
    const data = tables.filter(isData)
    const inside = data.reduce((sum, { characters }) => sum + characters, 0)
    const elsewhere = tables.reduce((sum, { characters }) => sum + characters, charactersOutside) - inside
    return inside > 0 && inside >= neededShare * (inside + elsewhere)
  } catch {
    // Made to break what reads it: whoever reads it next says so.
    return false
  }
}

function isNamedAsTable(name: string): boolean {
  const ending = endingOf(name)
  return (
    tableFormatIds.some((id) => formatOf(id).endings.includes(ending)) || refusedKindOfName(name)?.wouldBe === 'story'
  )
}

function hasRowsAndColumns({ rows }: MarkupTable): boolean {
  return rows.length > 1 && rows.some((row) => row.length > 1)
}

/** Rows as wide as each other, of short texts: a table that only arranges a page has few cells, and long ones. */
function isData({ rows, nested, characters }: MarkupTable): boolean {
  if (nested || rows.length < leastRows) return false
  const widths = rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0))
  const usual = Math.max(...widths)
  if (usual < 2 || widths.filter((width) => width === usual).length < 0.8 * rows.length) return false
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  return characters / cells <= 60
}
