/** Which columns of two versions of a table are the same, by what their profiles say. Pure. */
import type { ColumnMatch } from '../../shared/comparison/comparison.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { nameWords } from '../analysis/profile/name-words.ts'

export interface ColumnPair {
  readonly before: ProfiledColumn
  readonly after: ProfiledColumn
  readonly by: ColumnMatch
}

export interface PairedColumns {
  /** In the order of the later version. */
  readonly pairs: readonly ColumnPair[]
  readonly added: readonly ProfiledColumn[]
  readonly gone: readonly ProfiledColumn[]
}

type Columns = Pick<ProfiledTable, 'columns'>

/** Of the commonest values of two categories, the part that both must have to be taken for one column renamed. */
const leastShared = 0.5
/** Of the ranges of the middle halves of two measures, the part in which they must overlap. */
const leastOverlap = 0.5

export function pairColumns(before: Columns, after: Columns): PairedColumns {
  const left = new Set(before.columns)
  const pairs: ColumnPair[] = []
  const match = (by: ColumnMatch, isSame: (one: ProfiledColumn, other: ProfiledColumn) => boolean): void => {
    const right = after.columns.filter((column) => pairs.every((pair) => pair.after !== column))
    const found = right.flatMap((column) =>
      [...left].filter((other) => isSame(other, column)).map((other) => [other, column] as const),
    )
    for (const [earlier, later] of found) {
      // Two that might be it are none that is.
      const isSure = found.every(([one, other]) => (one === earlier) === (other === later))
      if (!isSure) continue
      left.delete(earlier)
      pairs.push({ before: earlier, after: later, by })
    }
  }
  // Before the names: a person may have given one column the name that another has in the file.
  match('source', (one, other) => one.name !== other.name && isTold(one, other) && inSource(one) === inSource(other))
  match('name', (one, other) => one.name === other.name)
  match('spelling', (one, other) => spelled(one.name) === spelled(other.name))
  match('statistics', (one, other) => isAlike(one, other, samePlace(before, after, one, other)))
  return sorted(after, pairs, left)
}

/** The same with more pairs found: `found` come and are taken from what was added and gone. */
export function withPairs(after: Columns, { pairs, gone }: PairedColumns, found: readonly ColumnPair[]): PairedColumns {
  const taken = new Set(found.map((pair) => pair.before))
  return sorted(after, [...pairs, ...found], new Set(gone.filter((column) => !taken.has(column))))
}

/** The same without pairs that turned out to be none. */
export function withoutPairs(
  after: Columns,
  { pairs, gone }: PairedColumns,
  refuted: ReadonlySet<ColumnPair>,
): PairedColumns {
  const released = [...refuted].map((pair) => pair.before)
  return sorted(
    after,
    pairs.filter((pair) => !refuted.has(pair)),
    new Set([...gone, ...released]),
  )
}

function sorted(after: Columns, pairs: readonly ColumnPair[], gone: ReadonlySet<ProfiledColumn>): PairedColumns {
  const place = new Map(after.columns.map((column, index) => [column, index]))
  const taken = new Set(pairs.map((pair) => pair.after))
  return {
    pairs: pairs.toSorted((one, other) => (place.get(one.after) ?? 0) - (place.get(other.after) ?? 0)),
    added: after.columns.filter((column) => !taken.has(column)),
    gone: [...gone],
  }
}

function isTold(one: ProfiledColumn, other: ProfiledColumn): boolean {
  return one.sourceName !== undefined || other.sourceName !== undefined
}

function inSource({ name, sourceName }: ProfiledColumn): string {
  return sourceName ?? name
}

function spelled(name: string): string {
  const words = nameWords(name).join(' ')
  return words === '' ? name : words
}

/** Whether both stand between columns of the same names, as far as they have neighbours. */
function samePlace(before: Columns, after: Columns, one: ProfiledColumn, other: ProfiledColumn): boolean {
  const around = ({ columns }: Columns, column: ProfiledColumn): readonly (string | undefined)[] => {
    const at = columns.indexOf(column)
    return [columns[at - 1], columns[at + 1]].map((next) => (next === undefined ? undefined : spelled(next.name)))
  }
  const [previous, next] = around(before, one)
  const [otherPrevious, otherNext] = around(after, other)
  return previous === otherPrevious && next === otherNext
}

function isAlike(one: ProfiledColumn, other: ProfiledColumn, inPlace: boolean): boolean {
  if (one.role !== other.role || one.storage !== other.storage || one.format !== other.format) return false
  switch (one.role) {
    case 'dimension':
      return sharedValues(one, other) >= leastShared
    case 'measure':
      return inPlace && overlap(one, other) >= leastOverlap
    // Every row has its own: only its place speaks for it.
    case 'time':
    case 'identifier':
    case 'text':
      return inPlace
  }
}

function sharedValues(one: ProfiledColumn, other: ProfiledColumn): number {
  const values = (column: ProfiledColumn): Set<string> => new Set((column.stats.top ?? []).map(({ value }) => value))
  const [own, others] = [values(one), values(other)]
  // Yes and no stand in many columns.
  if (own.size < 3 || others.size < 3) return 0
  const shared = own.intersection(others).size
  return shared / own.union(others).size
}

function overlap(one: ProfiledColumn, other: ProfiledColumn): number {
  const [low, high] = [one.stats.q1, one.stats.q3]
  const [otherLow, otherHigh] = [other.stats.q1, other.stats.q3]
  if (low == null || high == null || otherLow == null || otherHigh == null) return 0
  const all = Math.max(high, otherHigh) - Math.min(low, otherLow)
  return all === 0 ? 1 : (Math.min(high, otherHigh) - Math.max(low, otherLow)) / all
}
