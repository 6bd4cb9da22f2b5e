/** Titles and labels above a table, in rows padded to its width. */
import { looksMeasured } from './cell-type.ts'
import { looksLikeHeader, namesMost } from './header-evidence.ts'
import type { CsvRecord } from './tokenizer.ts'

/** Titles stand in the first rows of a file. */
const mostTitles = 15

/**
 * Under titles that stand alone in rows padded to the table's width, the first row with names in most of its columns is
 * the header, also over columns of words. Null where there are no such titles.
 */
export function rowBelowTitles(records: readonly CsvRecord[], width: number): number | null {
  if (width < 2) return null
  let titles = 0
  for (const [index, record] of records.slice(0, mostTitles).entries()) {
    const { cells } = record
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (filled.length === 0) continue
    if (filled.length === 1) {
      if (cells.length !== width || looksMeasured(filled[0] ?? '')) return null
      titles += 1
      continue
    }
    const below = records.slice(index + 1, index + 201)
    // Behind a blank row something else may begin.
    const gap = below.findIndex((row) => row.cells.every((cell) => cell.trim() === ''))
    const body = (gap >= 2 ? below.slice(0, gap) : below).filter((row) => row.cells.length === width)
    if (titles === 0 || cells.length !== width || body.length < 2) return null
    return namesMost(cells, body) ? index : null
  }
  return null
}

/**
 * Under labels and what they say, two of them in a row at most (`From, 1 May, To, 4 May`), and a blank row, the first row is
 * the header where words name columns of something else. Null where there are no such labels.
 */
export function rowBelowPairs(records: readonly CsvRecord[], width: number): number | null {
  if (width < 3) return null
  const blank = records.slice(0, mostTitles).findIndex(({ cells }) => cells.every((cell) => cell.trim() === ''))
  const above = records.slice(0, Math.max(0, blank))
  const fills = above.map(({ cells }) => filledPlaces(cells))
  const arePairs = above.every(({ cells }, at) => {
    const places = fills[at] ?? []
    const labels = places.filter((_, index) => index % 2 === 0).map((place) => cells[place] ?? '')
    return cells.length === width && places.every((place, index) => place === index) && !labels.some(looksMeasured)
  })
  // A table of three columns and more has more than labels and values.
  const isNarrow = fills.every(({ length }) => length === 1 || (length % 2 === 0 && length <= 4))
  if (above.length < 2 || !arePairs || !isNarrow || !fills.some(({ length }) => length < width)) return null
  const first = records.findIndex((record, index) => index > blank && filledPlaces(record.cells).length > 0)
  const header = records[first]?.cells ?? []
  const body = records.slice(first + 1, first + 201)
  const isNamed = header.length === width && filledPlaces(header).length === width && !header.some(looksMeasured)
  return first > 0 && isNamed && body.length >= 2 && looksLikeHeader(header, body) ? first : null
}

function filledPlaces(cells: readonly string[]): number[] {
  return cells.flatMap((cell, place) => (cell.trim() === '' ? [] : [place]))
}
