/** What was found of two versions of a table, as changes with evidence: every value follows from a query kept with it. */
import type { Change, ComparedTable, TotalChange } from '../../shared/comparison/comparison.ts'
import type { Derivation } from '../../shared/story/insight.ts'
import type { Columns } from '../analysis/derive/derived-function.ts'
import { totalChangeNumbers } from '../analysis/derive/total-change.ts'
import type { PairedColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import type { RevisedColumn, RowChanges } from './row-changes.ts'
import { type AccountOfTotal, type ChangedTotal, partColumns } from './totals.ts'

/** As in the change of a period (`kinds/change-decomposition`): a part is named that accounts for more than it holds. */
const leastContribution = 0.3
const leastExcess = 0.1
const mostPartsKept = 60

export const totalFunction = 'total_change'

export function rowsChange({ after }: TablePair, rows: RowChanges): Change {
  const { before, kept, added, gone, revised } = rows
  return {
    id: `rows:${after.name}`,
    kind: 'rows',
    table: after.name,
    columns: rows.key.map((pair) => pair.after.name),
    details: { by: rows.by },
    evidence: {
      sql: [rows.sql],
      values: {
        ...{ rows_before: before, rows_after: rows.after, kept, added, gone },
        ...(revised === null ? {} : { revised }),
      },
      derived: {},
    },
  }
}

export function revisedChange({ after }: TablePair, { pair, rows, sql }: RevisedColumn, kept: number): Change {
  return {
    id: `revised:${after.name}:${pair.after.name}`,
    kind: 'revised',
    table: after.name,
    columns: [pair.after.name],
    details: { column: pair.after.name },
    evidence: { sql: [sql], values: { revised: rows, kept }, derived: {} },
  }
}

export function totalChangeOf({ after }: TablePair, total: ChangedTotal): Change {
  const [first, ...others] = total.accounts
  const best = bestOf(first, total)
  const parameters = { decimals: total.decimals, best: best?.part ?? null, named: best !== null }
  const columns: Columns = [
    first.parts.map(({ part }) => part),
    first.parts.map((part) => part.before),
    first.parts.map((part) => part.after),
  ]
  const values = totalChangeNumbers(columns, parameters)
  const derived = (result: string): Derivation => ({
    ...{ function: totalFunction, query: 0, columns: [...partColumns], parameters, result },
  })
  return {
    id: `total:${after.name}:${total.pair.after.name}`,
    kind: 'total',
    table: after.name,
    columns: [total.pair.after.name],
    details: {
      measure: total.pair.after.name,
      by: first.by,
      dimension: first.pair?.after.name ?? null,
      grain: first.grain,
      best: best?.part ?? null,
      named: best !== null,
    },
    evidence: {
      sql: [first.sql, ...others.map(({ sql }) => sql)],
      values,
      derived: Object.fromEntries(Object.keys(values).map((name) => [name, derived(name)])),
    },
  }
}

/** The part that accounts for most of the change, where that is more than it holds of the total. */
function bestOf(
  { by, parts }: AccountOfTotal,
  { change, before }: ChangedTotal,
): AccountOfTotal['parts'][number] | null {
  if (change === 0 || parts.length < 2) return null
  const best = parts.reduce((most, one) => ((one.share ?? 0) > (most.share ?? 0) ? one : most))
  const share = best.share ?? 0
  const excess = share - (before > 0 && by !== 'rows' ? best.before / before : 0)
  return share >= leastContribution && excess >= leastExcess ? best : null
}

export function totalOf(total: ChangedTotal, change: Change): TotalChange {
  const { before, after, change: difference, share } = total
  return {
    column: total.pair.after.name,
    ...{ before, after, change: difference, share },
    accounts: total.accounts
      .filter(({ parts }) => parts.length > 1 && parts.length <= mostPartsKept)
      .map(({ by, pair, grain, parts }) => ({ by, column: pair?.after.name ?? null, grain, parts: [...parts] })),
    evidence: change.id,
  }
}

export function columnsOf({ pairs, added, gone }: PairedColumns): ComparedTable['columns'] {
  return {
    kept: pairs.map(({ before, after, by }) => ({
      ...{ before: before.name, after: after.name, by, typeBefore: before.type, typeAfter: after.type },
    })),
    added: added.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
  }
}
