/** Headers of several rows in which a name stands over the columns to its right that have none. Pure: texts in, names out. */
import { isMissing } from '../columns/missing.ts'
import { looksMeasured } from '../delimited/cell-type.ts'
import { isYear } from '../delimited/header-evidence.ts'

type Row = readonly string[]

export interface GroupedHeader {
  /** Rows it takes, blank ones between them included. */
  readonly rows: number
  readonly names: readonly string[]
}

/** Beyond three levels nobody reads a header. */
const mostLevels = 3

/**
 * `Travel` over `Air`, `Rail`, `Taxi`, beside names that stand alone. Told by the gaps alone, so that it holds over columns
 * of words, too: what the rows below the first say stands only where the first says nothing, or begins a group, and never
 * below the first name; or the same names, years among them, come again below each group. `rows` begin with the header's first. Null where its first row is all there is.
 */
export function groupedHeader(rows: readonly Row[]): GroupedHeader | null {
  const [first = []] = rows
  const levels: Row[] = [first]
  let taken = 1
  for (let next = 1; next < rows.length && levels.length < mostLevels; next += 1) {
    const row = rows[next] ?? []
    if (row.every(isBlank)) {
      // One blank row may stand between; two are a gap.
      if ((rows[next + 1] ?? []).every(isBlank)) break
      continue
    }
    const upper = levels.at(-1) ?? first
    if (!fillsGaps(upper, row) && !comesAgain(upper, row)) break
    // A blank corner is one over labels, and not a record without its label.
    if (isBlank(first[0] ?? '') && isBlank(rows.slice(next + 1).find((one) => !isBlank(one[0] ?? ''))?.[0] ?? '')) break
    levels.push(row)
    taken = next + 1
  }
  if (levels.length === 1) return null
  return { rows: taken, names: namesOf(levels) }
}

/** Whether a row is the lower level of a header whose upper one has gaps. */
function fillsGaps(upper: Row, lower: Row): boolean {
  if (isBlank(upper[0] ?? '') && isBlank(lower[0] ?? '')) {
    // Below the first level the first columns are blank in both: their name stands higher up.
  } else if (isBlank(upper[0] ?? '') || !isBlank(lower[0] ?? '')) return false
  const filled = lower.flatMap((text, column) => (isBlank(text) ? [] : [column]))
  if (filled.length < 2 || filled.some((column) => isNoName(lower[column] ?? ''))) return false
  const isGap = (column: number): boolean => isBlank(upper[column] ?? '')
  const isWithin = (column: number): boolean => upper.slice(0, column).some((text) => !isBlank(text))
  const fits = filled.every((column) =>
    isGap(column) ? isWithin(column) : isGap(column + 1) && column + 1 < upper.length,
  )
  return fits && filled.some((column) => isGap(column) && isWithin(column))
}

/** Whether below each of the upper row's groups stand the same names, also years: `Men`, `Women` over `2020`, `2021`. */
function comesAgain(upper: Row, lower: Row): boolean {
  const starts = upper.flatMap((text, column) => (isBlank(text) ? [] : [column]))
  const ends = starts.map((_, index) => starts[index + 1] ?? upper.length)
  const groups = starts.flatMap((start, index) => {
    const end = ends[index] ?? upper.length
    return end - start > 1 ? [lower.slice(start, end).map((text) => text.trim())] : []
  })
  const [own = []] = groups
  if (groups.length < 2 || own.some((name) => isNoName(name) && !isYear(name))) return false
  if (own.some(isBlank) || new Set(own).size < own.length) return false
  const isOther = (column: number): boolean =>
    starts.every((start, index) => column < start || column >= (ends[index] ?? 0) || (ends[index] ?? 0) - start === 1)
  const others = lower.filter((text, column) => isOther(column) && !isBlank(text))
  return groups.every((names) => names.join('\n') === own.join('\n')) && !others.some(isNoName)
}

function namesOf(levels: readonly Row[]): string[] {
  const width = Math.max(...levels.map((row) => row.length))
  const names = Array.from({ length: width }, () => [] as string[])
  // Where a higher level names something else, a group of the lower one ends.
  const starts = new Set<number>()
  for (const [level, row] of levels.entries()) {
    let over = ''
    for (let column = 0; column < width; column += 1) {
      const text = (row[column] ?? '').trim()
      if (text !== '') over = text
      else if (starts.has(column)) over = ''
      const hasBelow = levels.slice(level + 1).some((lower) => !isBlank(lower[column] ?? ''))
      const isNamed = text !== '' || (over !== '' && hasBelow)
      const own = names[column]
      if (isNamed && own !== undefined && own.at(-1) !== over) own.push(over)
    }
    for (const [column, text] of row.entries()) if (!isBlank(text)) starts.add(column)
  }
  return names.map((parts) => parts.join(' '))
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function isNoName(text: string): boolean {
  return looksMeasured(text.trim()) || isMissing(text.trim())
}
