/**
 * Columns in which a label stands once for the rows below it, as reports and merged cells leave them: `North`, then
 * blanks, then `South`. A label that is missing looks the same, so the pattern has to prove itself.
 */
import { type Note, note } from '../../../shared/story/note.ts'
import { isWords } from './grid.ts'

type Row = readonly string[]

/** Deeper reports than region, town and street are not looked for. */
const mostLevels = 3
const fewestRows = 4
/** Of the rows, those that repeat the label above. */
const fewestBlank = 1 / 3

interface Group {
  readonly from: number
  readonly to: number
}

/**
 * Columns to fill down, from the left. `rows` are records; `endsGroup` are the places of rows before which a subtotal was
 * set aside. At least one of these holds for each: a column behind it has the same values group after group, all groups
 * are of one length, each ends in a subtotal, or most rows of the first column are blank and most labels have some.
 */
export function findBlankRepeats(rows: readonly Row[], endsGroup: ReadonlySet<number>): number[] {
  if (rows.length < fewestRows) return []
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const found: number[] = []
  let outer: readonly Group[] = [{ from: 0, to: rows.length }]
  for (let column = 0; column < width && found.length < mostLevels; column += 1) {
    const groups = groupsWithin(rows, column, outer)
    if (groups === null || !isProved(rows, column, width, groups, endsGroup, found.length === 0)) break
    found.push(column)
    outer = groups
  }
  return found
}

/** Null where the column has no blank repeats: a group begins blank, or a label comes twice in one. */
function groupsWithin(rows: readonly Row[], column: number, outer: readonly Group[]): Group[] | null {
  const groups: Group[] = []
  for (const { from, to } of outer) {
    const labels = new Set<string>()
    for (let row = from; row < to; row += 1) {
      const text = textAt(rows, row, column)
      if (text === '') {
        const last = groups.at(-1)
        if (row === from || last === undefined) return null
        groups[groups.length - 1] = { from: last.from, to: row + 1 }
        continue
      }
      if (labels.has(text) || !isLabel(text)) return null
      labels.add(text)
      groups.push({ from: row, to: row + 1 })
    }
  }
  const blank = rows.length - groups.length
  return groups.length > 1 && blank >= fewestBlank * rows.length ? groups : null
}

function isProved(
  rows: readonly Row[],
  column: number,
  width: number,
  groups: readonly Group[],
  endsGroup: ReadonlySet<number>,
  isFirst: boolean,
): boolean {
  const blank = groups.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index))
  const behind = Array.from({ length: width - column - 1 }, (_, index) => column + 1 + index)
  // The rows below a label are records of their own only if something else stands in them.
  const isFilled = (other: number): boolean =>
    blank.filter((row) => textAt(rows, row, other) !== '').length >= 0.9 * blank.length
  if (!behind.some(isFilled)) return false
  const sizes = groups.map(({ from, to }) => to - from)
  const [size = 1] = sizes
  const isEven = size > 1 && sizes.every((one) => one === size) && groups.length >= (size === 2 ? 3 : 2)
  if (isEven || behind.some((other) => comesAgain(rows, other, groups))) return true
  if (groups.every(({ from }, index) => index === 0 || endsGroup.has(from)) && endsGroup.size > 0) return true
  const several = sizes.filter((one) => one > 1).length
  return isFirst && rows.length >= 6 && 2 * blank.length >= rows.length && several >= (2 / 3) * groups.length
}

/** Labels that are told apart within each group and are the same from group to group: Jan, Feb, Mar, Jan, Feb, Mar. */
function comesAgain(rows: readonly Row[], column: number, groups: readonly Group[]): boolean {
  const inGroups = new Map<string, number>()
  for (const { from, to } of groups) {
    const labels = new Set<string>()
    for (let row = from; row < to; row += 1) {
      const text = textAt(rows, row, column)
      if (text === '' || labels.has(text) || !isLabel(text)) return false
      labels.add(text)
    }
    for (const label of labels) inGroups.set(label, (inGroups.get(label) ?? 0) + 1)
  }
  const again = [...inGroups.values()].filter((times) => times > 1).length
  return again > 0 && again >= 0.5 * inGroups.size
}

/** Words, a year or a day: what groups are called by. */
function isLabel(text: string): boolean {
  return isWords(text) || /^(?:19|20)\d{2}(?:[-./]\d{1,2}){0,2}(?:T00:00:00)?$/u.test(text)
}

function textAt(rows: readonly Row[], row: number, column: number): string {
  return (rows[row]?.[column] ?? '').trim()
}

/** Said of a column that was filled. */
export function explainBlankRepeats(name: string, filled: number): Note {
  return note('columns.filledDown', { name, count: filled })
}
