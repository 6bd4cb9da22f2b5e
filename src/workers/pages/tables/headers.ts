/** Which rows at the top of a table are its header. */
import { dataShare, isDatum, isPlaceholder, isYear } from './content.ts'
import { type Grid, textsOf } from './grid.ts'

export interface Header {
  readonly rows: number
  /** Whether something shows it: see `foundTableSchema`. */
  readonly shown: boolean
}

/** A header has no more rows. */
export const mostHeaderRows = 4
const mostlyData = 0.6

/**
 * By, in this order: the only lines across the table; a ground of its own; names over several columns; words over data.
 * Where nothing speaks for or against it, a first row in which every column has a different name is taken for one.
 *
 * `shades`: the ground of each row, null for none.
 */
export function headerOf(grid: Grid, shades: readonly (string | null)[]): Header {
  const texts = textsOf(grid)
  if (texts.length < 2) return { rows: 0, shown: false }
  const isData = grid.columns.map(
    (_, column) => dataShare(texts.slice(1).map((row) => row[column] ?? '')) >= mostlyData,
  )
  const plain = leadingNames(texts, isData)
  const fits = (rows: number): boolean =>
    rows >= 1 && rows <= mostHeaderRows && rows < texts.length && rows <= plain.most
  const spanned = spannedRows(grid)
  const atLeast = Math.max(spanned, Math.min(grid.namedRows, mostHeaderRows))
  const ruled = ruledRows(grid)
  if (fits(ruled) && ruled >= atLeast) return { rows: ruled, shown: true }
  const shaded = shadedRows(shades)
  if (fits(shaded) && shaded >= atLeast) return { rows: shaded, shown: true }
  if (plain.certain && fits(Math.max(plain.least, spanned)))
    return { rows: Math.max(plain.least, spanned), shown: true }
  if (spanned > 1 && fits(spanned)) return { rows: spanned, shown: true }
  const [first = []] = texts
  const isNamed = first.every((text) => text !== '') && new Set(first).size === first.length && !first.some(isDatum)
  return isNamed && plain.most >= 1 ? { rows: 1, shown: false } : { rows: 0, shown: false }
}

interface LeadingNames {
  /** Rows at the top without data in the columns of data: those that may be header. */
  readonly most: number
  /** Those of them that are header if any are. */
  readonly least: number
  /** Whether there is data below for them to differ from. */
  readonly certain: boolean
}

function leadingNames(texts: readonly (readonly string[])[], isData: readonly boolean[]): LeadingNames {
  const isNames = (row: readonly string[], below: readonly string[]): boolean => {
    const cells = row.map((text, column) => ({ text, below: below[column] ?? '', isData: isData[column] === true }))
    const data = cells.filter((one) => one.isData && isDatum(one.text))
    if (data.length === 0) return cells.some((one) => one.text !== '' && !isPlaceholder(one.text))
    // Years name columns, unless years are what the column holds.
    return data.every((one) => isYear(one.text) && !isYear(one.below))
  }
  const last = texts.at(-1) ?? []
  let most = 0
  while (most < texts.length - 1 && isNames(texts[most] ?? [], last)) most += 1
  if (!isData.includes(true)) return { most: texts.length - 1, least: 1, certain: false }
  // A row of names without one over the data is a heading of the rows below it.
  let least = most
  while (least > 1 && !hasNameOverData(texts[least - 1] ?? [], isData)) least -= 1
  return { most, least, certain: most >= 1 && most <= mostHeaderRows }
}

function hasNameOverData(row: readonly string[], isData: readonly boolean[]): boolean {
  return row.some((text, column) => isData[column] === true && text !== '')
}

/** Rows above the first line across the table, where not every row has one; 0 for none. */
function ruledRows({ ruledBelow, rows }: Grid): number {
  const lines = ruledBelow.slice(0, -1).filter(Boolean).length
  const first = ruledBelow.indexOf(true)
  return first >= 0 && first < mostHeaderRows && lines <= Math.max(1, 0.4 * (rows.length - 1)) ? first + 1 : 0
}

/** Rows with a ground that no other has. */
function shadedRows(shades: readonly (string | null)[]): number {
  const [first = null] = shades
  if (first === null) return 0
  let rows = 1
  while (shades[rows] === first) rows += 1
  return rows < shades.length && !shades.slice(rows).includes(first) ? rows : 0
}

/** Rows down to the last that a name over several columns, or one of several rows beginning in the first, reaches. */
function spannedRows({ cells, columns, rows }: Grid): number {
  let end = 1
  for (let row = 0; row < end && row < mostHeaderRows; row += 1) {
    for (const cell of cells.filter((one) => one.row === row && one.text !== '')) {
      if (cell.columns > 1 && cell.columns < columns.length) end = Math.max(end, row + 2)
      if (row === 0 && cell.rows > 1 && cell.rows < rows.length && cell.rows <= mostHeaderRows) {
        end = Math.max(end, cell.row + cell.rows)
      }
    }
  }
  return end > 1 ? Math.min(end, mostHeaderRows) : 0
}

/** One name a column: those of its rows over each other, each once. */
export function headerNames(texts: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...texts.map((row) => row.length))
  return Array.from({ length: columns }, (_, column) => {
    const names = texts.map((row) => row[column] ?? '').filter((text) => text !== '')
    return names.filter((name, index) => name !== names[index - 1]).join(' ')
  })
}
