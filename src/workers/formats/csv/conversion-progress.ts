/** How far the conversion of a text file has come: its phases by what they are expected to take. */
import type { QueryWatch } from '../../runtime/duckdb/query-progress.ts'
import type { Phase, WorkPlan } from '../../runtime/work-plan.ts'

/** Expected times, measured on a generated table of 45 MB; only their ratios count. */
export const expectedWork = {
  survey: 4,
  toUtf8: 12,
  direct: 100,
  rows: 45,
  writing: 70,
  columns: 85,
  secondLook: 180,
} as const

/** Queries of a second look: one or two that count, the one that writes, the one that keeps what cannot be read. */
const secondLookQueries = 3

/** `direct`: DuckDB reads the file itself. `rows`: our own reader does, in two passes. */
export function phases(way: 'direct' | 'rows'): Phase[] {
  return [
    { name: 'survey', work: expectedWork.survey, parts: 1 },
    { name: 'to UTF-8', work: 0, parts: 1 },
    { name: 'direct', work: way === 'direct' ? expectedWork.direct : 0, parts: 1 },
    { name: 'direct, second look', work: 0, parts: secondLookQueries },
    { name: 'rows', work: way === 'rows' ? expectedWork.rows : 0, parts: 1 },
    { name: 'writing', work: way === 'rows' ? expectedWork.writing : 0, parts: 1 },
    { name: 'columns', work: way === 'rows' ? expectedWork.columns : 0, parts: 1 },
    { name: 'columns, second look', work: 0, parts: secondLookQueries },
  ]
}

/** DuckDB counts what it has read, a good while before it is written. Fitted to six timed conversions of 90 MB. */
const readAheadExponent = 1.5

export function csvWatch(plan: WorkPlan): QueryWatch {
  return { within: (fraction) => plan.within(fraction ** readAheadExponent), part: () => plan.part() }
}

export function withinBytes(plan: WorkPlan, total: number): (done: number) => void {
  return (done) => plan.within(done / Math.max(1, total))
}

export function secondLook(plan: WorkPlan, name: 'direct, second look' | 'columns, second look'): () => void {
  return () => {
    plan.weigh([{ name, work: expectedWork.secondLook, parts: secondLookQueries }])
    plan.begin(name, 'Reading again what did not fit')
  }
}
