/** Of a few things followed over time: the window in which all of them fell. A fact; see `setback.ts` for one series. */
import type { Followed } from '../../../analysis/artefacts.ts'
import { entityRows, movesOf } from '../../../analysis/derive/movers.ts'
import { isRatio, type Measure } from '../../../analysis/schema.ts'
import { commonFall, type Fall, typicalStep } from '../../../analysis/time/largest-fall.ts'
import { between, type DetectorRun, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { entitySql } from './entity-query.ts'
import { names, noOtherDetails } from './names.ts'

const fewestEntities = 3
const leastPeriods = 24
/** Beyond, the windows are too many to look at; monthly figures of fifty years. */
const mostPeriods = 600
/** Part of all things that must be there at both ends. */
const leastThere = 0.75
/** The middle fall in root mean square steps of its own series; independent values around a level reach 3.5. */
const leastSteps = 4.5
/** The middle fall as a share. */
const leastShare = 0.15
/** Grains whose periods start at a date. */
const dated: readonly string[] = ['day', 'week', 'month', 'quarter']

export async function detectCommonSetback({
  schema,
  artefacts,
  context,
}: DetectorRun): Promise<Outcome<typeof names>[]> {
  const { time } = schema
  const [entity] = time?.entity ?? []
  if (time === null || entity === undefined || time.kind !== 'panel' || time.entity.length !== 1) return []
  if (!dated.includes(time.grain)) return []
  const all = (await artefacts.followed()).filter(({ subspace }) => subspace !== null)
  const outcomes: Outcome<typeof names>[] = []
  for (const measure of schema.measures) {
    const own = all.filter((one) => one.measure === measure)
    // Things that are left out might have risen.
    if (own.length < fewestEntities || own.length < entity.column.distinct) continue
    if (measure.additivity === 'flow' || !isAboveZero(measure, own)) continue
    if (await isSeasonal(own, artefacts)) continue
    const grid = gridOf(own)
    if (grid.starts.length < leastPeriods || grid.starts.length > mostPeriods) continue
    const fall = largeFall(grid.values, own.length) ?? largeFall(grid.values, Math.ceil(leastThere * own.length))
    await context.yieldToEventLoop()
    if (fall === null) continue
    const only = [grid.starts[fall.peak] ?? '', grid.starts[fall.trough] ?? '']
    const sql = entitySql(schema, time, measure, entity.text, only)
    const columns = await artefacts.source.columns(sql)
    const moves = movesOf(
      entityRows(['group', 'first', 'last', 'start', 'end', 'rows'].map((name) => columns[name] ?? [])),
      true,
    )
    const most = moves.toSorted((left, right) => right.size - left.size)[0]
    if (most === undefined || moves.some(({ change }) => change >= 0)) continue
    outcomes.push({ p: null, statement: statementOf(time, measure, entity.column.name, sql, most, moves) })
  }
  return outcomes
}

async function isSeasonal(followed: readonly Followed[], artefacts: DetectorRun['artefacts']): Promise<boolean> {
  for (const one of followed) if ((await artefacts.season(one)).found !== null) return true
  return false
}

/** The series side by side on all periods that one of them has; NaN where it has none. */
function gridOf(followed: readonly Followed[]): {
  readonly starts: readonly string[]
  readonly values: Float64Array[]
} {
  const starts = [...new Set(followed.flatMap(({ series }) => series.starts.map(String)))].sort()
  const place = new Map(starts.map((start, index) => [start, index]))
  const values = followed.map(({ series }) => {
    const row = new Float64Array(starts.length).fill(Number.NaN)
    for (const [index, start] of series.starts.entries())
      row[place.get(String(start)) ?? 0] = series.raw[index] ?? Number.NaN
    return row
  })
  return { starts, values }
}

/** A fall of nearly all is news where the one of all is none. */
function largeFall(values: readonly Float64Array[], least: number): Fall | null {
  const fall = commonFall(values, Math.max(fewestEntities, least))
  if (fall === null) return null
  const falls = values.flatMap((row) => {
    const [first, last] = [row[fall.peak] ?? Number.NaN, row[fall.trough] ?? Number.NaN]
    if (Number.isNaN(first) || Number.isNaN(last)) return []
    return [{ steps: (first - last) / typicalStep(row), share: (first - last) / first }]
  })
  const middle = (of: 'steps' | 'share'): number =>
    falls.map((one) => one[of]).sort((left, right) => left - right)[Math.floor(falls.length / 2)] ?? 0
  return middle('steps') >= leastSteps && middle('share') >= leastShare ? fall : null
}

function isAboveZero(measure: Measure, followed: readonly Followed[]): boolean {
  return isRatio(measure) && followed.every(({ series }) => series.raw.every((value) => value > 0))
}

function statementOf(
  time: NonNullable<DetectorRun['schema']['time']>,
  measure: Measure,
  entity: string,
  sql: string,
  most: ReturnType<typeof movesOf>[number],
  moves: ReturnType<typeof movesOf>,
): Outcome<typeof names>['statement'] {
  const axis = time.column.column.name
  return {
    type: 'change_decomposition',
    class: 'fact',
    columns: [axis, measure.column.name, entity],
    direction: 'down',
    location: most.end,
    effect: { name: 'change', value: 'change' },
    n: moves.reduce((sum, { rows }) => sum + rows, 0),
    evidence: {
      sql: [sql],
      derived: derivedBy('mover', 0, ['group', 'first', 'last', 'start', 'end', 'rows'], sameNames(names), {
        best: most.group,
        ratio: true,
      }),
    },
    details: {
      ...noOtherDetails,
      time: axis,
      measure: measure.column.name,
      grain: time.unit,
      aggregate: 'mean',
      from: time.from,
      to: time.to,
      dropped: 0,
      form: 'common_setback',
      dimension: entity,
      best: most.group,
      peak_period: most.start,
      low_period: most.end,
    },
    caveats: [],
    score: {
      impact: 0.9,
      effect: between(most.size, 0, 1),
      surprise: 0.8,
      readability: 1,
    },
  }
}
