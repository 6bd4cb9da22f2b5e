/**
 * What the parts of an analysis are expected to take, so that its progress keeps pace with the clock. In ms of a quiet
 * two-core machine, fitted by hand to tables of 3,000 to 300,000 rows; only the ratios count.
 */
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { ProfilePart } from '../analysis/profile/profile.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { Phase } from '../runtime/work-plan.ts'
import type { Detector } from './detector.ts'
import { association } from './detectors/association.ts'
import { concentration } from './detectors/concentration.ts'
import { correlation } from './detectors/correlation.ts'
import { groupDifference } from './detectors/group-difference.ts'
import { detectors } from './detectors/index.ts'
import { seasonalityFine } from './detectors/seasonality.ts'
import { timeOutlier, timeOutlierFine } from './detectors/time-outlier.ts'
import { total } from './detectors/total.ts'
import { trend } from './detectors/trend.ts'

const leastWork = 0.3
/** Of a detector on a table whose columns have not been looked at yet. */
const unseenDetectorWork = 12
/** Insights of a table that has not been looked at yet. */
const unseenInsights = 15

const pairs = (count: number): number => (count * (count - 1)) / 2

/** Series that are followed at the coarse grain. */
function seriesOf({ time, measures }: TableSchema): number {
  if (time === null) return 0
  return (measures.length + 1) * (1 + Math.min(4, time.entity.length))
}

const detectorWork = new Map<Detector, (schema: TableSchema) => Omit<Phase, 'name'>>([
  // It is the first to ask for the groups of every dimension.
  [
    total,
    ({ dimensions, measures, rows }) => ({
      work: dimensions.length * (5 + rows * 2e-5 * (measures.length + 1)),
      parts: Math.max(1, dimensions.length),
    }),
  ],
  [concentration, ({ longDimensions, rows }) => ({ work: longDimensions.length * (5 + rows * 1e-4) })],
  [trend, (schema) => ({ work: seriesOf(schema) * 2 })],
  [timeOutlier, (schema) => ({ work: seriesOf(schema) * (3 + (schema.time?.periods ?? 0) * 0.1) })],
  [
    seasonalityFine,
    ({ fine, measures }) => ({ work: fine === null ? 0 : measures.length * (2 + fine.periods * 0.012) }),
  ],
  [
    timeOutlierFine,
    ({ fine, measures }) => ({ work: fine === null ? 0 : measures.length * (5 + fine.periods * 0.05) }),
  ],
  [correlation, ({ measures, rows }) => ({ work: pairs(measures.length) * (4.5 + rows * 2.2e-5) })],
  [groupDifference, ({ dimensions, measures }) => ({ work: dimensions.length * measures.length })],
  [
    association,
    ({ dimensions, rows }) => ({
      work: pairs(dimensions.length) * (1 + rows * 3e-5),
      parts: Math.max(1, pairs(dimensions.length)),
    }),
  ],
])

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
        work: 5 + columns.length + numeric * rows * 1.5e-5 + (other + times) * rows * 1.5e-4,
        parts: Math.max(1, columns.length),
      }
    case 'statistics':
      return { name, work: 1 + numeric * (2 + rows * 1.9e-4), parts: Math.max(1, numeric) }
    case 'roles':
      return { name, work: columns.length + other * rows * 6e-5, parts: columns.length }
    case 'time':
      return { name, work: times > 0 ? 50 : 2 }
  }
}

/** Of the detectors of a table, now that its schema is known. */
export function expectedDetectors(schema: TableSchema, table: number): Phase[] {
  return detectors.map((detector, number) => {
    const expected = detector.appliesTo(schema) ? detectorWork.get(detector)?.(schema) : undefined
    const untimed = detector.appliesTo(schema) ? 5 + seriesOf(schema) : 0
    const { work, ...rest } = expected ?? { work: untimed }
    return { name: detectorPhase(table, number), work: Math.max(leastWork, work), ...rest }
  })
}

/** `rows` of the largest table: nearly every statement rests on a pass over its own. */
export function expectedEvidence(insights: number, rows: number): Phase {
  return { name: evidencePhase, work: 2 + insights * (5 + rows * 7e-5), parts: Math.max(1, insights) }
}
