/**
 * change_decomposition: what changed from one complete period to another, and which groups account for it. A fact.
 *
 * First to last period, or the last against the one before it where most of the change came with it. Sums are split
 * exactly into the groups' contributions; averages and rates into the groups' own and the mix of groups.
 */
import { type PeriodForm, wholeOf } from '../../../analysis/derive/period-change.ts'
import { isRatio, type Measure, type TableSchema } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import { between, type Detector, type DetectorRun, type Outcome, type Statement } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import type { Caveat } from '../../words/caveats.ts'
import { type Comparison, compare } from './choose.ts'
import { detectCommonSetback } from './common-setback.ts'
import { type Accounted, accountable, accountOf } from './groups.ts'
import { detectMovers } from './movers.ts'
import { names } from './names.ts'
import { type Compared, evidenceSql, readPeriods } from './query.ts'
import { type Rate, ratesOf } from './rates.ts'
import { isOfRecording, isUneven, type Recording, recordingOf } from './recording.ts'

const mostMeasures = 24

export const detectChange: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.periods !== null,
  expectedWork: ({ rows, measures, dimensions }) => ({
    work: 10 + Math.min(6, 1 + dimensions.length) * (5 + rows * 1e-5 * (measures.length + 1)),
    parts: 1 + Math.min(6, dimensions.length),
  }),
  async run(run) {
    const { schema, artefacts, context } = run
    const { periods } = schema
    if (periods === null) return []
    const asked = await askedOf(run, periods)
    if (asked.length === 0) return []
    const whole = await readPeriods(artefacts, schema, periods, asked, null)
    const found = asked.flatMap((compared, index) => {
      const [table, variances] = [whole.tables[index], whole.variances[index]]
      if (table === undefined || variances === undefined) return []
      const comparison = compare(schema, periods, compared, table, variances)
      if (comparison === null) return []
      const recording = recordingIn(compared, comparison, table, whole.allRows)
      return recording !== null && isOfRecording(comparison, recording)
        ? []
        : [{ compared, comparison, index, table, recording }]
    })
    const dimensions = found.length === 0 ? [] : accountable(schema, periods)
    const byDimension: { dimension: (typeof dimensions)[number]; tables: typeof whole.tables }[] = []
    for (const dimension of dimensions) {
      const { tables } = await readPeriods(artefacts, schema, periods, asked, dimension)
      byDimension.push({ dimension, tables })
      await context.yieldToEventLoop()
    }
    const outcomes = found.map(({ compared, comparison, index, table, recording }): Outcome<typeof names> => {
      const candidates = byDimension.flatMap(({ dimension, tables }) => {
        const groups = tables[index]
        return groups === undefined || !isWhole(table, groups, comparison) ? [] : [{ dimension, table: groups }]
      })
      const accounted = comparison.window > 1 ? null : accountOf(comparison, compared, candidates, periods)
      return { p: null, statement: statementOf(schema, periods, compared, comparison, accounted, recording) }
    })
    return [...outcomes, ...(await detectMovers(run, periods)), ...(await detectCommonSetback(run))]
  },
}

/** Of a sum between two periods, how much of either is there; null for what is no sum of rows. */
function recordingIn(
  { measure, rate, form }: Compared,
  comparison: Comparison,
  table: PeriodTableLike,
  allRows: ReadonlyMap<string, number>,
): Recording | null {
  if (measure === null || rate !== null || form !== 'total' || comparison.window > 1) return null
  return recordingOf(comparison, (period) => wholeOf(table, period)?.rows ?? null, allRows)
}

/** Groups that lack rows of the whole cannot account for its change. */
function isWhole(whole: PeriodTableLike, groups: PeriodTableLike, { from, to }: Comparison): boolean {
  return [from, to].every((start) => wholeOf(whole, start)?.rows === wholeOf(groups, start)?.rows)
}
type PeriodTableLike = Parameters<typeof wholeOf>[0]

/**
 * What is compared: the number of rows that are events (not of a sample of each year, which is as large as it was made),
 * and every measure in the form that suits it.
 */
async function askedOf({ schema, artefacts }: DetectorRun, periods: PeriodAxis): Promise<Compared[]> {
  const conditions = await artefacts.withoutTotals()
  const rates = ratesOf(schema)
  const measures = schema.measures.slice(0, mostMeasures).map((measure, index): Compared => {
    const condition = conditions[index] ?? ''
    const rate = rates.find((one) => one.measure === measure) ?? null
    return { measure, rate, form: formOf(measure, periods), condition }
  })
  const counted: Compared[] =
    periods.kind === 'events' && !periods.native ? [{ measure: null, rate: null, form: 'total', condition: '' }] : []
  return [...counted, ...measures]
}

function formOf({ additivity }: Measure, { kind }: PeriodAxis): PeriodForm {
  if (additivity === 'flow') return 'total'
  return additivity === 'stock' && kind === 'panel' ? 'level' : 'average'
}

function statementOf(
  schema: TableSchema,
  periods: PeriodAxis,
  compared: Compared,
  comparison: Comparison,
  accounted: Accounted | null,
  recording: Recording | null,
): Statement<typeof names> {
  const { measure, rate, form } = compared
  const { from, to, before, yearBefore, window, step } = comparison
  const dimension = accounted?.dimension ?? null
  const best = bestOf(accounted)
  const [, second = null, third = null] = accounted?.account.says === 'directions' ? accounted.account.against : []
  const time = periods.column.column.name
  const says = accounted?.account.says ?? null
  const columns = [time, ...(measure === null ? [] : [measure.column.name])]
  return {
    type: 'change_decomposition',
    class: 'fact',
    columns: dimension === null ? columns : [...columns, dimension.column.name],
    direction: comparison.change > 0 ? 'up' : 'down',
    ...(best === null ? {} : { location: best }),
    effect: { name: 'change', value: 'change' },
    n: comparison.rows,
    evidence: {
      sql: [evidenceSql(schema, periods, compared, dimension)],
      derived: derivedBy(
        'period_change',
        0,
        ['period', 'group', 'amount', 'weight', 'rows', 'times'],
        sameNames(names),
        {
          grain: periods.grain,
          form,
          from,
          to,
          before,
          year_before: yearBefore,
          window,
          step_from: step?.from ?? null,
          step_to: step?.to ?? null,
          best,
          mix: says === 'mix',
          moves: says === 'directions',
          true_zero: measure === null || isRatio(measure),
        },
      ),
    },
    details: {
      time,
      measure: measure?.column.name ?? null,
      grain: periods.unit,
      aggregate:
        measure === null ? 'count' : form === 'average' || (form === 'level' && !periods.native) ? 'mean' : 'sum',
      from,
      to,
      dropped: Number(periods.incomplete.first !== null) + Number(periods.incomplete.last !== null),
      form: rate !== null ? 'rate' : form,
      dimension: dimension?.column.name ?? null,
      best,
      second,
      third,
      before,
      year_before: yearBefore,
      step_from: step?.from ?? null,
      step_to: step?.to ?? null,
      peak_period: null,
      low_period: null,
      numerator: rate?.numerator.column.name ?? null,
      denominator: rate?.denominator.column.name ?? null,
    },
    caveats: [...caveatsOf(periods, rate), ...recordingCaveat(compared, recording)],
    score: {
      impact: 0.9,
      effect: between(comparison.size.value, 0, comparison.size.large),
      surprise: accounted === null ? 0.4 : 0.5 + 0.5 * accounted.account.worth,
      readability: 1,
    },
  }
}

function bestOf(accounted: Accounted | null): string | null {
  switch (accounted?.account.says) {
    case undefined:
    case 'mix':
      return null
    case 'contribution':
      return accounted.account.best
    case 'directions':
      return accounted.account.against[0] ?? null
  }
}

function caveatsOf({ incomplete, unit }: PeriodAxis, rate: Rate | null): Caveat[] {
  const caveats: Caveat[] = []
  const ends = [incomplete.first, incomplete.last].filter((end) => end !== null)
  if (ends.length > 0) caveats.push({ caveat: 'partlyThere', unit, ends: ends.length === 1 ? 1 : 2 })
  if (rate !== null) {
    const [numerator, denominator] = [rate.numerator.column.name, rate.denominator.column.name]
    caveats.push({ caveat: 'rateOfSums', numerator, denominator })
  }
  return caveats
}

function recordingCaveat({ measure }: Compared, recording: Recording | null): Caveat[] {
  if (measure === null || recording === null || !isUneven(recording)) return []
  return [{ caveat: 'recordedUnevenly', column: measure.column.name, ...recording }]
}
