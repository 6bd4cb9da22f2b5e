/** Two versions of a table of which one is not stored any more: what their stories alone say. Pure. */
import type { Change } from '../../shared/comparison/comparison.ts'
import type { Insight } from '../../shared/story/insight.ts'
import type { Story } from '../../shared/story/story.ts'
import { columnsOf } from './changes.ts'
import type { ComparedPair } from './compare-table.ts'
import { pairColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'

type Told = Pick<Story, 'facts' | 'findings'>

export function compareProfiles(tables: TablePair, before: Told, after: Told): ComparedPair {
  const columns = pairColumns(tables.before, tables.after)
  const rows = rowCounts(tables)
  const totals = columns.pairs.flatMap((pair) => {
    const own = totalFact(before, tables.before.name, pair.before.name)
    const later = totalFact(after, tables.after.name, pair.after.name)
    return own === null || later === null ? [] : [totalFrom(tables, pair.after.name, own, later)]
  })
  return {
    tables,
    columns,
    changes: [rows, ...totals],
    limits: [],
    compared: {
      before: tables.before.name,
      after: tables.after.name,
      columns: columnsOf(columns),
      rows: {
        ...{ before: tables.before.rows, after: tables.after.rows, by: 'none', key: [] },
        ...{ kept: null, added: null, gone: null, revised: null },
      },
      revised: [],
      totals: totals.map(({ id, columns: [column = ''], evidence: { values } }) => ({
        column,
        before: Number(values.before),
        after: Number(values.after),
        change: Number(values.change),
        share: typeof values.change_share === 'number' ? values.change_share : null,
        accounts: [],
        evidence: id,
      })),
    },
  }
}

function rowCounts({ before, after }: TablePair): Change {
  return {
    id: `rows:${after.name}`,
    kind: 'rows',
    table: after.name,
    columns: [],
    details: { by: 'none' },
    evidence: { sql: [], values: { rows_before: before.rows, rows_after: after.rows }, derived: {} },
  }
}

function totalFact({ facts, findings }: Told, table: string, column: string): Insight | null {
  const isIt = (insight: Insight): boolean =>
    insight.type === 'total' && insight.table === table && insight.details.measure === column
  return [...facts, ...findings].find(isIt) ?? null
}

function totalFrom({ after }: TablePair, column: string, own: Insight, later: Insight): Change {
  const [first, last] = [Number(own.evidence.values.total), Number(later.evidence.values.total)]
  const change = last - first
  return {
    id: `total:${after.name}:${column}`,
    kind: 'total',
    table: after.name,
    columns: [column],
    details: { measure: column, before: own.id, after: later.id, named: false },
    evidence: {
      sql: [],
      values: { before: first, after: last, change, change_share: first * last > 0 ? change / Math.abs(first) : null },
      derived: {},
    },
  }
}
