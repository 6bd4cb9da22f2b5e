/**
 * Whether text in columns without lines is a table and not prose in columns, a list, a table of contents, code, a form,
 * an index or a block of addresses. When in doubt it is none: a table found where none is costs a reader more than one
 * that is missed.
 */
import { dataShare, isDatum, isPlaceholder, isProse, letterCount } from './content.ts'
import { type Grid, textsOf } from './grid.ts'
import type { RowGroup } from './row-groups.ts'
import { middle, nearest, overlap } from './span.ts'
import type { TextRow } from './text-rows.ts'

const fewestRows = 3
const fewestFilled = 0.5
/** Points by which the ends or middles of aligned texts differ, in heights of the text. */
const alignment = 0.35
const fewestAligned = 0.7
const mostlyData = 0.6

/** For text between lines across, which need no more to be a table: not if it is something else that is set so. */
export function looksLikeOther(grid: Grid): boolean {
  const texts = textsOf(grid)
  const cells = texts.flat().filter((text) => text !== '')
  return isContents(texts) || isCode(cells)
}

/** `underlined`: a line is drawn across it, under its header or under rows. */
export function looksLikeTable(
  grid: Grid,
  groups: readonly RowGroup[],
  rows: readonly TextRow[],
  underlined: boolean,
): boolean {
  const texts = textsOf(grid)
  const body = texts.slice(Math.min(grid.namedRows, texts.length - 1))
  const columns = grid.columns.length
  const cells = texts.flat().filter((text) => text !== '')
  const complete = body.filter((row) => row.filter((text) => text !== '').length >= 2)
  if (complete.length < fewestRows) return false
  const filled = complete.flat().filter((text) => text !== '').length / (complete.length * columns)
  if (filled < fewestFilled) return false
  if (isList(body) || isContents(texts) || isCode(cells) || isForm(cells) || isAddresses(cells)) return false
  if (cells.filter(isProse).length > 0.34 * cells.length) return false
  const byColumn = grid.columns.map((_, column) => body.map((row) => row[column] ?? ''))
  const data = byColumn.map((column) => dataShare(column) >= mostlyData && column.filter(isDatum).length >= 2)
  const dataColumns = data.slice(1).filter(Boolean).length
  if (alignedShare(grid, groups) < fewestAligned) return false
  if (dataColumns === 0) return isTableOfWords(byColumn, complete.length, filled, rows, underlined)
  if (columns === 2) {
    // Label and number: a list of charges as well as the axis of a chart. More of it must be there.
    return complete.length >= 4 && filled >= 0.85 && (underlined || !isAscending(byColumn[1] ?? [])) && !data[0]
  }
  return dataColumns >= 0.3 * (columns - 1) || underlined
}

/** Words alone are a table where they are short, stand exactly and leave nothing out, and the rows are set apart. */
function isTableOfWords(
  columns: readonly (readonly string[])[],
  rows: number,
  filled: number,
  lines: readonly TextRow[],
  underlined: boolean,
): boolean {
  if (columns.length < 3 || rows < 4 || filled < 0.85) return false
  const cells = columns.flat().filter((text) => text !== '')
  const isShort = cells.reduce((sum, text) => sum + text.length, 0) / cells.length <= 24
  const gaps = lines.slice(1).map((line, index) => (line.top - (lines[index]?.bottom ?? 0)) / line.size)
  const isSpaced = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  // Rows of a table repeat their words: a state, a unit, a person. Those of an index or a list do not.
  const repeats = columns.slice(1).some((column) => new Set(column).size <= 0.7 * column.length)
  return isShort && (underlined || (isSpaced >= 0.45 && repeats))
}

const bullet =
  /^(?:[•●○◦▪▫■□☐☑☒✓✗‣⁃*·o–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)]|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u

/** Its first column holds the marks of a list and one column follows, or all that follow are words. */
function isList(body: readonly (readonly string[])[]): boolean {
  const marks = body.map((row) => row[0] ?? '').filter((text) => text !== '')
  if (marks.length === 0 || marks.filter((text) => bullet.test(text)).length < 0.6 * marks.length) return false
  const others = body.flatMap((row) => row.slice(1))
  return (body[0]?.length ?? 0) === 2 || dataShare(others) < 0.3
}

/** Titles and, in the last column, numbers of pages that never fall; or dots that lead to them. */
function isContents(texts: readonly (readonly string[])[]): boolean {
  const leaders = texts.flat().filter((text) => /(?:\.\s?){5,}|…{2,}|(?:·\s?){5,}/u.test(text)).length
  if (leaders >= 0.3 * texts.length) return true
  const pages = texts.map((row) => row.at(-1) ?? '').filter((text) => text !== '')
  const arePages = pages.filter((text) => /^(?:\d{1,4}|[ivxlc]{1,7})$/u.test(text)).length >= 0.8 * pages.length
  const rest = texts.flatMap((row) => row.slice(0, -1)).filter((text) => text !== '')
  const areTitles =
    rest.filter((text) => bullet.test(text) || /^\d{1,2}$/u.test(text) || letterCount(text) >= 2).length >=
    0.9 * rest.length
  return arePages && areTitles && neverFalls(pages) && (isAscending(pages) || areCounted(texts))
}

/** Whether the first column counts the rows: 1, 2, 3. */
function areCounted(texts: readonly (readonly string[])[]): boolean {
  const counts = texts.map((row) => Number(row[0] ?? ''))
  return counts.slice(1).every((count, index) => count === (counts[index] ?? 0) + 1)
}

function neverFalls(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d{1,4}$/u.test(text)).map(Number)
  const falls = numbers.slice(1).filter((value, index) => value < (numbers[index] ?? 0)).length
  return numbers.length >= 3 && falls <= 0.08 * numbers.length
}

function isAscending(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d{1,4}$/u.test(text)).map(Number)
  return neverFalls(texts) && numbers.at(-1) !== numbers[0]
}

function isCode(cells: readonly string[]): boolean {
  const code = cells.filter((text) =>
    /[{};]\s*$|\/\/|=>|::|\(\)|^[#$>]\s|==|&&|\|\||^--?[a-z]|<\/?\w+>/u.test(text),
  ).length
  return code >= 0.15 * cells.length
}

function isForm(cells: readonly string[]): boolean {
  const fields = cells.filter((text) => /:$|_{3,}|[☐☑☒□]/u.test(text)).length
  return fields >= 0.2 * cells.length
}

function isAddresses(cells: readonly string[]): boolean {
  return cells.filter((text) => /\S@\S+\.\S|https?:\/\//u.test(text)).length >= 0.1 * cells.length
}

/** Share of the texts that share their left end, right end or middle with most of their column. */
function alignedShare(grid: Grid, groups: readonly RowGroup[]): number {
  let [aligned, all] = [0, 0]
  for (const [index, column] of grid.columns.entries()) {
    const segments = groups
      .slice(grid.namedRows)
      .flatMap((group) => group.segments)
      .filter((one) => nearest(one, grid.columns) === index && overlap(one, column) > 0 && !isPlaceholder(one.text))
    if (segments.length < 2) continue
    const best = Math.max(
      ...[
        (one: (typeof segments)[number]) => one.from,
        (one: (typeof segments)[number]) => one.to,
        (one: (typeof segments)[number]) => middle(one),
      ].map((place) => mostAt(segments.map(place), alignment * (segments[0]?.size ?? 10))),
    )
    aligned += best
    all += segments.length
  }
  return all === 0 ? 0 : aligned / all
}

/** How many of the values lie within `width` of each other, at the best place. */
function mostAt(values: readonly number[], width: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  let [best, start] = [0, 0]
  for (const [end, value] of sorted.entries()) {
    while (value - (sorted[start] ?? value) > width) start += 1
    best = Math.max(best, end - start + 1)
  }
  return best
}
