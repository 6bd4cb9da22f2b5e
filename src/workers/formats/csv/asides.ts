/** Which records of a text file are no rows of its table, where all of the file is at hand. */
import { type Aside, findAsides, isLine, isTotal } from '../../tables/asides/find-asides.ts'
import { namesMean, namesSum } from '../../tables/asides/words.ts'
import { decideColumns } from '../../tables/columns/decide-columns.ts'
import { isMissingAmongFigures } from '../../tables/columns/missing.ts'
import { parseNumber } from '../../tables/columns/numbers.ts'
import type { NumberReading } from '../../tables/columns/reading.ts'
import { sampleFromRows } from '../../tables/columns/sample.ts'
import { isBlank, isComment, type Layout } from '../../tables/delimited/layout.ts'
import type { CsvRecord } from '../../tables/delimited/tokenizer.ts'

/** Wider tables are matrices, which nobody sums up below, and dear to look at. */
const mostColumns = 300

/** By index of the record in the file; `records` are all of it. */
export function asidesOf(
  records: readonly CsvRecord[],
  layout: Layout,
  keepTotals = false,
): ReadonlyMap<number, Aside> {
  if (layout.width < 2 || layout.width > mostColumns) return new Map()
  const places: number[] = []
  for (let index = layout.dataStart; index < records.length; index += 1) {
    const record = records[index]
    if (record !== undefined && !isBlank(record) && !isComment(record, layout.comment)) places.push(index)
  }
  const rows = places.map((place) => records[place]?.cells ?? [])
  const asides = findAsides(layout.header, rows, measureOf(rows, layout.width))
  const wanted = keepTotals ? asides.filter(({ kind }) => !isTotal(kind)) : asides
  return new Map(wanted.map((aside) => [places[aside.row] ?? -1, aside]))
}

/** Reads numbers as the columns will be read without the rows in question. */
function measureOf(
  rows: readonly (readonly string[])[],
  width: number,
): (text: string, column: number) => number | null {
  const plain = rows.filter(
    (row) => isWhole(row, width) && !isLine(row) && !row.some((cell) => namesSum(cell) || namesMean(cell)),
  )
  const names = Array.from({ length: width }, (_, index) => `${index}`)
  const readings = decideColumns(sampleFromRows(names, plain)).map(({ reading }) => reading)
  return (text, column) => {
    const reading = readings[column]
    if (reading?.kind !== 'number' || isMissingAmongFigures(text)) return null
    const value = parseNumber(text, reading) ?? (reading.storage === 'BIGINT' ? fractionOf(text, reading) : null)
    return value === null ? null : Number(value)
  }
}

/** The mean of whole numbers is none, and none of them tells its decimal mark. */
function fractionOf(text: string, reading: NumberReading): string | number | bigint | null {
  if (!/^[-+−]?\d+[.,]\d+$/u.test(text.trim())) return null
  const decimal = text.includes(',') ? ',' : '.'
  return parseNumber(text, { ...reading, storage: 'DOUBLE', decimal, grouping: '', plain: false })
}

function isWhole(row: readonly string[], width: number): boolean {
  return row.length >= width && row.filter((cell) => cell.trim() !== '').length > 1
}
