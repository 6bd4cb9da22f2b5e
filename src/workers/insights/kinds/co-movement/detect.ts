/**
 * co_movement: what is new in one series goes with what is new in another, at once or some periods later. A finding.
 *
 * Both series are freed of their trend, their season and their own memory first, for two series that only rise both, or
 * that only change slowly, look alike without having anything to do with each other. |r| ≥ .3 at the best of the lags;
 * p by a bootstrap that takes the best lag anew each time.
 */
import type { Artefacts, Followed, TimeGrain } from '../../../analysis/artefacts.ts'
import { type CourseOptions, coursePair, movementOf, movementUntested } from '../../../analysis/derive/co-movement.ts'
import { repeatedPairs } from '../../../analysis/redundancy.ts'
import { isRatio, type TableSchema } from '../../../analysis/schema.ts'
import type { TimeAxis } from '../../../analysis/series/axis.ts'
import type { CoMovement } from '../../../analysis/statistics/co-movement.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { pairCount } from '../../work.ts'
import { names } from './names.ts'

const leastPeriods = 30
const leastCorrelation = 0.3
const largeCorrelation = 0.8
/** Measures compared two by two, and things two by two for each of so many measures: bounds the work. */
const mostMeasures = 10
const mostMeasuresOfThings = 3
/** Pairs told of a table's measures. With many measures those that move at once are told by their correlation. */
const mostTold = 3
const fewMeasures = 6
/** Longer series are not looked at: each pair is simulated thousands of times. */
const mostPeriods = 2_000
/** Values that spread over more than this multiple are compared by multiples. */
const wideRange = 3

/** Single days where there are enough of them, else the periods the table is read in. */
function grainOf({ fine }: TableSchema): TimeGrain {
  return fine !== null && fine.periods <= mostPeriods ? 'fine' : 'time'
}

export const detectCoMovement: Detector<typeof names> = {
  family: (schema) => `co_movement × ${schema[grainOf(schema)]?.unit ?? 'period'}`,
  appliesTo: (schema) => {
    const time = schema[grainOf(schema)]
    return time !== null && time.kind !== 'events' && time.periods >= leastPeriods && time.periods <= mostPeriods
  },
  expectedWork: (schema) => ({
    work:
      5 + pairCount(Math.min(mostMeasures, schema.measures.length)) * (schema[grainOf(schema)]?.periods ?? 0) * 0.02,
  }),
  async run(run) {
    const { schema, artefacts } = run
    const at = grainOf(schema)
    const time = schema[at]
    if (time === null) return []
    const followed = await artefacts.followed(at)
    const outcomes = await ofMeasures(
      run,
      at,
      time,
      followed.filter(({ subspace }) => subspace === null),
    )
    if (time.kind !== 'panel') return outcomes
    const things = (await artefacts.followed('time')).filter(({ subspace }) => subspace !== null)
    const axis = schema.time
    return axis === null ? outcomes : [...outcomes, ...(await ofThings(run, axis, things))]
  },
}

/** Two measures of the whole table. */
async function ofMeasures(run: DetectorRun, at: TimeGrain, time: TimeAxis, followed: readonly Followed[]) {
  const { schema, artefacts } = run
  const outcomes: Outcome<typeof names>[] = []
  const { dialect } = schema
  const made = repeatedPairs(schema)
  const series = followed.filter(({ measure }) => measure !== null).slice(0, mostMeasures)
  for (const [index, first] of series.entries()) {
    for (const second of series.slice(index + 1)) {
      const [left, right] = [first.measure, second.measure]
      // What is computed from one another is no news, nor are two columns that hold the same.
      if (left === null || right === null || made.has(left.column.name, right.column.name)) continue
      const season = (await seasonOf(artefacts, first, at)) ?? (await seasonOf(artefacts, second, at))
      const multiples = [left, right].every(
        (measure) =>
          isRatio(measure) && measure.numeric.min > 0 && measure.numeric.max > wideRange * measure.numeric.min,
      )
      const value = ({ aggregate, measure }: Followed) =>
        (aggregate === 'sum' ? dialect.sum : dialect.mean)(measure?.sql ?? '')
      const sql = `SELECT ${time.periodSql} AS period, ${value(first)} AS first, ${value(second)} AS second, count(*) AS rows
FROM ${schema.relation} WHERE ${time.condition} AND ${left.sql} IS NOT NULL AND ${right.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`
      const found = await judge(run, time, sql, { season, multiples })
      if ('p' in found) {
        outcomes.push(gatedOut(found.p))
        continue
      }
      const { movement } = found
      const ahead = movement.lag >= 0
      const [leader, follower] = ahead ? [left, right] : [right, left]
      outcomes.push({
        p: movement.p,
        statement: statementOf(run, time, sql, { season, multiples }, movement, {
          columns: [time.column.column.name, leader.column.name, follower.column.name],
          location: null,
          measure: null,
          dimension: null,
          leader: leader.column.name,
          follower: follower.column.name,
        }),
      })
    }
  }
  return closestOnly(outcomes, schema.measures.length > fewMeasures ? 0 : mostTold)
}

/** The same measure of two things; of all pairs only the closest is told. */
async function ofThings(run: DetectorRun, time: TimeAxis, things: readonly Followed[]) {
  const { dialect } = run.schema
  const { schema, artefacts } = run
  const outcomes: Outcome<typeof names>[] = []
  const [entity] = time.entity
  if (entity === undefined || time.entity.length !== 1) return outcomes
  for (const measure of schema.measures.slice(0, mostMeasuresOfThings)) {
    // What is the total of the others moves with them by arithmetic.
    const whole = totalGroup(await artefacts.groups(entity), schema.measures.indexOf(measure))
    const series = things.filter(
      (one) =>
        one.measure === measure &&
        one.series.observed >= leastPeriods &&
        String(one.subspace?.[entity.column.name]) !== whole,
    )
    const multiples =
      isRatio(measure) && measure.numeric.min > 0 && measure.numeric.max > wideRange * measure.numeric.min
    const found: Outcome<typeof names>[] = []
    for (const [index, first] of series.entries()) {
      for (const second of series.slice(index + 1)) {
        const [left, right] = [first, second].map(({ subspace }) => String(subspace?.[entity.column.name]))
        if (left === undefined || right === undefined) continue
        const season = (await seasonOf(artefacts, first, 'time')) ?? (await seasonOf(artefacts, second, 'time'))
        const value = (group: string) =>
          `${(first.aggregate === 'sum' ? dialect.sum : dialect.mean)(measure.sql)} FILTER (WHERE ${entity.text} = ${dialect.text(group)})`
        const both = `${entity.text} IN (${dialect.text(left)}, ${dialect.text(right)})`
        const sql = `SELECT ${time.periodSql} AS period, ${value(left)} AS first, ${value(right)} AS second, count(*) AS rows
FROM ${schema.relation} WHERE ${time.condition} AND ${measure.sql} IS NOT NULL AND ${both} GROUP BY 1 ORDER BY 1`
        const judged = await judge(run, time, sql, { season, multiples })
        if ('p' in judged) {
          found.push(gatedOut(judged.p))
          continue
        }
        const { movement } = judged
        const [leader, follower] = movement.lag >= 0 ? [left, right] : [right, left]
        found.push({
          p: movement.p,
          statement: statementOf(run, time, sql, { season, multiples }, movement, {
            columns: [time.column.column.name, measure.column.name, entity.column.name],
            location: `${leader}, ${follower}`,
            measure: measure.column.name,
            dimension: entity.column.name,
            leader,
            follower,
          }),
        })
      }
    }
    outcomes.push(...closestOnly(found, 1))
  }
  return outcomes
}

/**
 * All tests count; of those that passed, the closest are told: `mostAtOnce` that move at once, and as many as
 * `mostTold` of which one follows the other.
 */
function closestOnly(outcomes: readonly Outcome<typeof names>[], mostAtOnce: number): Outcome<typeof names>[] {
  const passed = outcomes
    .filter(({ statement }) => statement !== null)
    .sort((left, right) => (right.statement?.score.effect ?? 0) - (left.statement?.score.effect ?? 0))
  const atOnce = passed.filter(({ statement }) => statement?.details.steps === 0)
  const later = passed.filter((outcome) => !atOnce.includes(outcome))
  const told = new Set([...atOnce.slice(0, mostAtOnce), ...later.slice(0, Math.max(1, Math.min(mostTold, mostAtOnce)))])
  return outcomes.map((outcome) => (told.has(outcome) ? outcome : { ...outcome, statement: null }))
}

async function seasonOf(artefacts: Artefacts, followed: Followed, at: TimeGrain): Promise<number | null> {
  return (await artefacts.season(followed, at)).found?.period ?? null
}

type Treatment = Pick<CourseOptions, 'season' | 'multiples'>

async function judge(
  { artefacts, context, seed }: DetectorRun,
  time: TimeAxis,
  sql: string,
  treatment: Treatment,
): Promise<{ readonly movement: CoMovement } | { readonly p: number | null }> {
  const columns = await artefacts.source.columns(sql)
  await context.yieldToEventLoop()
  const { grain, step } = time
  const pair = coursePair(
    ['period', 'first', 'second', 'rows'].map((name) => columns[name] ?? []),
    { grain, step, ...treatment },
  )
  const quick = pair === null || pair.observed < leastPeriods ? null : movementUntested(pair)
  // With the gate closed the test counts as one that says nothing, and need not be simulated.
  if (pair === null || quick === null || Math.abs(quick.correlation) < leastCorrelation) return { p: null }
  const movement = movementOf(pair, seed)
  await context.yieldToEventLoop()
  return movement === null ? { p: null } : { movement }
}

interface Told {
  readonly columns: readonly string[]
  readonly location: string | null
  readonly measure: string | null
  readonly dimension: string | null
  readonly leader: string
  readonly follower: string
}

function statementOf(
  { schema, seed }: DetectorRun,
  time: TimeAxis,
  sql: string,
  { season, multiples }: Treatment,
  movement: CoMovement,
  { columns, location, ...told }: Told,
) {
  const { grain, step } = time
  return {
    type: 'co_movement' as const,
    class: 'finding' as const,
    columns,
    ...(location === null ? {} : { location }),
    direction: movement.correlation > 0 ? ('positive' as const) : ('negative' as const),
    effect: { name: 'correlation', value: 'correlation' },
    testName: 'cross-correlation of innovations, wild bootstrap',
    n: schema.rows,
    evidence: {
      sql: [sql],
      derived: derivedBy('co_movement', 0, ['period', 'first', 'second', 'rows'], sameNames(names), {
        grain,
        step,
        season,
        multiples,
        seed,
      }),
    },
    details: {
      time: time.column.column.name,
      grain: time.unit,
      ...told,
      steps: Math.abs(movement.lag),
      from: time.from,
      to: time.to,
    },
    caveats: [],
    score: {
      impact: location === null ? 1 : 0.7,
      effect: between(Math.abs(movement.correlation), 0.2, largeCorrelation),
      surprise: movement.lag === 0 ? 0.7 : 1,
      readability: 0.9,
    },
  }
}
