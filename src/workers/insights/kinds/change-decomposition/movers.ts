/** Of things followed over time: which one moved most, from the first value it had to the last. */
import type { Followed } from '../../../analysis/artefacts.ts'
import { entityRows, type Move, moverOf, movesOf } from '../../../analysis/derive/movers.ts'
import { isRatio, type Measure } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import { between, type DetectorRun, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { entitySql } from './entity-query.ts'
import { names, noOtherDetails } from './names.ts'

const mostMeasures = 12
const fewestEntities = 3
/** Beyond, nobody knows them one by one, and how many went which way says more. */
const mostEntities = 30

/** For a panel of few things, one row each and time, and levels without a season: of sums, the parts are told. */
export async function detectMovers(run: DetectorRun, periods: PeriodAxis): Promise<Outcome<typeof names>[]> {
  const { schema, artefacts, context } = run
  const [entity] = periods.entity
  const followed = schema.time ?? periods
  if (periods.kind !== 'panel' || periods.entity.length !== 1 || entity === undefined) return []
  if (entity.column.distinct < fewestEntities || entity.column.distinct > mostEntities) return []
  const seasonal = new Set<string>()
  for (const one of await artefacts.followed()) {
    if (one.measure !== null && (await artefacts.season(one)).found !== null) seasonal.add(one.measure.column.name)
    await context.yieldToEventLoop()
  }
  const outcomes: Outcome<typeof names>[] = []
  for (const measure of schema.measures.slice(0, mostMeasures)) {
    if (measure.additivity === 'flow' || seasonal.has(measure.column.name)) continue
    const sql = entitySql(schema, followed, measure, entity.text)
    const columns = await artefacts.source.columns(sql)
    const entities = entityRows(['group', 'first', 'last', 'start', 'end', 'rows'].map((name) => columns[name] ?? []))
    const ratio = isRatio(measure) && measure.numeric.min > 0
    const mover = moverOf(movesOf(entities, ratio))
    if (
      mover === null ||
      mover.size < leastSize(measure, ratio) ||
      !isBeyondSteps(await artefacts.followed(), measure, mover)
    )
      continue
    const { group, start, end, size, change } = mover
    const time = periods.column.column.name
    outcomes.push({
      p: null,
      statement: {
        type: 'change_decomposition',
        class: 'fact',
        columns: [time, measure.column.name, entity.column.name],
        direction: change > 0 ? 'up' : 'down',
        location: group,
        effect: { name: 'change', value: 'change' },
        n: entities.reduce((sum, { rows }) => sum + rows, 0),
        evidence: {
          sql: [sql],
          derived: derivedBy('mover', 0, ['group', 'first', 'last', 'start', 'end', 'rows'], sameNames(names), {
            best: group,
            ratio,
          }),
        },
        details: {
          ...noOtherDetails,
          time,
          measure: measure.column.name,
          grain: followed.unit,
          aggregate: 'mean',
          from: start,
          to: end,
          dropped: 0,
          form: 'mover',
          dimension: entity.column.name,
          best: group,
        },
        caveats: [],
        score: {
          impact: 0.8,
          effect: ratio ? between(size, 0, 1.5) : between(size / measure.numeric.sd, 0, 3),
          surprise: 0.7,
          readability: 1,
        },
      },
    })
    await context.yieldToEventLoop()
  }
  return outcomes
}

/** A quarter more, or the spread of all values: less is no move to name somebody for. */
function leastSize({ numeric }: Measure, ratio: boolean): number {
  return ratio ? Math.log(1.25) : numeric.sd
}

/** Steps of the usual size that its change must be as large as: two values of a series that swings differ in any case. */
const leastSteps = 3

function isBeyondSteps(series: readonly Followed[], measure: Measure, { group, change }: Move): boolean {
  const own = series.find(
    ({ subspace, measure: of }) => of === measure && subspace !== null && Object.values(subspace).includes(group),
  )
  if (own === undefined) return true
  const { values } = own.series
  const steps = Array.from(values.subarray(1), (value, index) => Math.abs(value - (values[index] ?? value))).sort(
    (left, right) => left - right,
  )
  return Math.abs(change) >= leastSteps * (steps[Math.floor(steps.length / 2)] ?? 0)
}
