/** Which tables of two versions of a source are the same. Pure. */
import type { ProfiledTable } from '../../shared/story/table.ts'
import { nameWords } from '../analysis/profile/name-words.ts'

export interface TablePair {
  readonly before: ProfiledTable
  readonly after: ProfiledTable
}

export interface PairedTables {
  /** In the order of the later version. */
  readonly pairs: readonly TablePair[]
  readonly added: readonly ProfiledTable[]
  readonly gone: readonly ProfiledTable[]
}

/** Part of the names of columns that tables of different names must share to be one table. */
const leastShared = 0.5

/** By name, then by columns: a table of one file is called after it, and next month's file has another name. */
export function pairTables(before: readonly ProfiledTable[], after: readonly ProfiledTable[]): PairedTables {
  const isOnly = before.length === 1 && after.length === 1
  const candidates = after
    .flatMap((later) => before.map((earlier) => ({ before: earlier, after: later, worth: likeness(earlier, later) })))
    .filter(({ worth }) => isOnly || worth >= leastShared)
    .sort((one, other) => other.worth - one.worth)
  const pairs: TablePair[] = []
  for (const { before: earlier, after: later } of candidates) {
    if (pairs.some((pair) => pair.before === earlier || pair.after === later)) continue
    pairs.push({ before: earlier, after: later })
  }
  return {
    pairs: pairs.sort((one, other) => after.indexOf(one.after) - after.indexOf(other.after)),
    added: after.filter((table) => pairs.every((pair) => pair.after !== table)),
    gone: before.filter((table) => pairs.every((pair) => pair.before !== table)),
  }
}

/** 0 to 1 by columns; one more for the same name. */
function likeness(before: ProfiledTable, after: ProfiledTable): number {
  const names = (table: ProfiledTable): Set<string> =>
    new Set(table.columns.map(({ name }) => nameWords(name).join(' ') || name))
  const [own, others] = [names(before), names(after)]
  const shared = own.intersection(others).size / Math.max(1, own.union(others).size)
  return shared + (before.name === after.name ? 1 : 0)
}
