/**
 * What the parts of an analysis are expected to take, so that its progress keeps pace with the clock. In ms of a quiet
 * two-core machine, fitted by hand to tables of 3,000 to 300,000 rows; only the ratios count.
 */
import type { InsightType } from '../../shared/story/insight.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { ProfilePart } from '../analysis/profile/profile.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { Phase } from '../runtime/work-plan.ts'
import type { Detector } from './detector.ts'
import { kinds } from './kinds/index.ts'

export interface DetectorOfKind {
  readonly type: InsightType
  readonly detector: Detector
}

/** Every detector with the kind it belongs to, in the order in which they run. */
export const detectors: readonly DetectorOfKind[] = kinds.flatMap(({ type, detectors: own }) =>
  own.map((detector) => ({ type, detector })),
)

const leastWork = 0.3
/** Of a detector on a table whose columns have not been looked at yet. */
const unseenDetectorWork = 12
/** Insights of a table that has not been looked at yet. */
const unseenInsights = 15

type TablePart = ProfilePart | 'time'
const tableParts: readonly TablePart[] = ['values', 'statistics', 'roles', 'time']

/** Of the phases of a table; two detectors may look for the same type at different grains. */
export function profilePhase(table: number, part: TablePart): string {
  return `${table} ${part}`
}

export function detectorPhase(table: number, detector: number): string {
  return `${table} detector ${detector}`
}

export const evidencePhase = 'evidence'

/** All phases, in their order: profiles of all tables, then detectors, then the evidence. */
export function expectedPhases(tables: readonly ConvertedTable[]): Phase[] {
  const rows = Math.max(...tables.map((table) => table.rows))
  return [
    ...tables.flatMap((table, index) => tableParts.map((part) => expectedProfile(table, index, part))),
    ...tables.flatMap((_, index) =>
      detectors.map((_detector, number) => ({ name: detectorPhase(index, number), work: unseenDetectorWork })),
    ),
    expectedEvidence(unseenInsights * tables.length, rows),
  ]
}

function expectedProfile({ columns, rows }: ConvertedTable, index: number, part: TablePart): Phase {
  const name = profilePhase(index, part)
  const numeric = columns.filter(({ storage }) => storage === 'DOUBLE' || storage === 'BIGINT').length
  const times = columns.filter(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP').length
  const other = columns.length - numeric - times
  switch (part) {
    case 'values':
      return {
        name,
        work: 5 + 0.5 * columns.length + numeric * rows * 1.5e-5 + (other + times) * rows * 1.5e-4,
        parts: Math.max(1, columns.length),
      }
    case 'statistics':
      return { name, work: 1 + numeric * (0.2 + rows * 1.9e-4), parts: Math.max(1, numeric) }
    case 'roles':
      return { name, work: 1 + 0.15 * columns.length + other * rows * 6e-5, parts: columns.length }
    case 'time':
      return { name, work: times > 0 ? 50 : 2 }
  }
}

/** Of the detectors of a table, now that its schema is known. */
export function expectedDetectors(
  schema: TableSchema,
  table: number,
  looking: readonly DetectorOfKind[] = detectors,
): Phase[] {
  return looking.map(({ detector }, number) => {
    const { work, ...rest } = detector.appliesTo(schema) ? detector.expectedWork(schema) : { work: 0 }
    return { name: detectorPhase(table, number), work: Math.max(leastWork, work), ...rest }
  })
}

/** `rows` of the largest table: nearly every statement rests on a pass over its own. */
export function expectedEvidence(insights: number, rows: number): Phase {
  return { name: evidencePhase, work: 2 + insights * (5 + rows * 7e-5), parts: Math.max(1, insights) }
}
