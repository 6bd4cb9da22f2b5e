/** The tables of one page, from the places of its text and what is drawn on it. */
import type { FoundTable } from '../../../shared/document/found-table.ts'
import type { Fragment } from '../layout/fragment.ts'
import { dataShare, isProse } from './content.ts'
import { type Edges, edgesOf } from './edges.ts'
import { finishTable, type PlacedGrid } from './finish-table.ts'
import { textsOf, withoutEmpty } from './grid.ts'
import { withSentencesWhole } from './justified-lines.ts'
import { type Lattice, latticesOf } from './lattice.ts'
import { insideOf, toLatticeGrid } from './lattice-grid.ts'
import { apartAtPageColumns } from './page-columns.ts'
import { partlyRuledTables, type TextTable } from './partly-ruled.ts'
import type { TablePage } from './table-page.ts'
import { type TextRow, toTextRows } from './text-rows.ts'
import { unruledTables } from './unruled.ts'

/** Text without lines is not searched on pages with more pieces: they are drawings. */
const mostFragments = 20_000

/**
 * In the order of the page. First what lines enclose, then what lines set apart, then what stands in columns without any:
 * each takes its text and lines from those that follow. Pure; what it costs grows with the text and, per crossing
 * group, with lines across times lines down.
 */
export function findTables(page: TablePage): FoundTable[] {
  const { drawn, shaded } = edgesOf(page.rulings)
  const grids: PlacedGrid[] = []
  let rest: readonly Fragment[] = page.fragments
  const used = new Set<Edges>()
  for (const lattice of latticesOf(drawn)) {
    const grid = withoutEmpty(toLatticeGrid(lattice, rest))
    const verdict = judgeLattice(grid, lattice)
    if (verdict === 'none') continue
    grids.push({ grid, box: boxOfLattice(lattice), tentative: verdict === 'tentative' })
    used.add(lattice.edges)
    rest = rest.filter((one) => !insideOf(one, lattice.columns, lattice.rows))
  }
  if (rest.length <= mostFragments) {
    const isFree = (edge: unknown): boolean =>
      ![...used].some(({ horizontal, vertical }) => [...horizontal, ...vertical].some((one) => one === edge))
    const free = { horizontal: drawn.horizontal.filter(isFree), vertical: drawn.vertical.filter(isFree) }
    const ruled = partlyRuledTables(rowsOfPage(rest), free, shaded)
    rest = without(rest, ruled)
    const unruled = unruledTables(rowsOfPage(rest), free)
    rest = without(rest, unruled)
    for (const { grid, left, top, right, bottom } of [...ruled, ...unruled]) {
      grids.push({ grid: withoutEmpty(grid), box: [left, top, right, bottom], tentative: false })
    }
  }
  const others = rowsOfPage(rest)
  return grids.map((one) => finishTable(one, page, others)).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Rows of text, with what is one line of a sentence in one piece and what stands in two columns of the page in two. */
function rowsOfPage(fragments: readonly Fragment[]): TextRow[] {
  return apartAtPageColumns(withSentencesWhole(toTextRows(fragments)))
}

function boxOfLattice({ columns, rows }: Lattice): PlacedGrid['box'] {
  return [columns[0]?.from ?? 0, rows[0]?.from ?? 0, columns.at(-1)?.to ?? 0, rows.at(-1)?.to ?? 0]
}

function without(fragments: readonly Fragment[], tables: readonly TextTable[]): Fragment[] {
  return fragments.filter((one) => {
    const [x, y] = [one.x + one.width / 2, one.y - 0.3 * one.size]
    return !tables.some(
      ({ left, top, right, bottom }) => x >= left - 2 && x <= right + 2 && y >= top - 1 && y <= bottom + 1,
    )
  })
}

/** Boxes around text, axes of charts and forms of many uneven fields enclose text too. */
function judgeLattice(grid: ReturnType<typeof withoutEmpty>, lattice: Lattice): 'table' | 'tentative' | 'none' {
  const texts = textsOf(grid)
  const filled = grid.cells.filter((cell) => cell.text !== '')
  const [rows, columns] = [grid.rows.length, grid.columns.length]
  if (columns < 2 || filled.length < 2) return 'none'
  // Squared paper and its specks, read as text.
  if (filled.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text)).length < 0.7 * filled.length) return 'none'
  const share = texts.flat().filter((text) => text !== '').length / Math.max(1, rows * columns)
  if (share < 0.25) return 'none'
  // In a form hardly a field stands below another of its width.
  const single = grid.cells.filter((cell) => cell.rows === 1 && cell.columns === 1).length
  if (lattice.cells.length < 0.3 * rows * columns || (columns > 3 && single < 0.3 * grid.cells.length)) return 'none'
  if (columns >= 6 && areSentences(texts)) return 'none'
  if (rows < 2) return columns >= 3 && filled.length >= 3 ? 'tentative' : 'none'
  return filled.length >= 4 ? 'table' : 'none'
}

/** A box around every word, as some programs mark text that is changed or to be filled in. */
function areSentences(texts: readonly (readonly string[])[]): boolean {
  const words = texts.flat().filter((text) => text !== '')
  const single = words.filter((text) => !/\s/u.test(text)).length
  return single >= 0.7 * words.length && dataShare(words) < 0.1 && texts.some((row) => isProse(row.join(' ')))
}
