/**
 * nonlinear_dependence: one measure follows from another along a curve that a correlation misses. A finding; Chatterjee's
 * ξ ≥ .15, and at least .15 above ρ².
 *
 * Not in a series or panel, nor where both measures are alike within a key: neighbours would make a curve of nothing.
 */
import {
  dependence,
  formOf,
  mostPairs,
  orderedPairs,
  type Screened,
  screened,
  screenedDependence,
} from '../../../analysis/derive/nonlinear.ts'
import { independentShare } from '../../../analysis/independent-rows.ts'
import { derivedPairs } from '../../../analysis/redundancy.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { quantileOfSorted, sorted } from '../../../analysis/statistics/quantiles.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import { pairCount } from '../../work.ts'
import { overTime } from '../correlation/detect.ts'
import type { names } from './names.ts'

const leastXi = 0.15
const leastExcess = 0.15
const leastRows = 50
/** Fewer different values make no curve. */
const leastDistinct = 10
/** Measures paired with each other: each pair is looked at both ways round. */
const mostMeasures = 20
/** Rows every pair is looked at first; ξ is then sure to ± .03. */
const screenedRows = 1_500
const screenMargin = 0.06
/** Rows of one key lie side by side in both measures and make a curve of nothing: no test where most are repetition. */
const leastIndependent = 0.5

export const detectNonlinearDependence: Detector<typeof names> = {
  family: () => 'nonlinear_dependence × rows',
  appliesTo: (schema) => !overTime(schema) && candidates(schema).length >= 2,
  expectedWork: (schema) => ({ work: pairCount(candidates(schema).length) * 3 }),
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    const derived = derivedPairs(schema)
    const measures = candidates(schema)
    const shares = new Map<Measure, number>()
    const few = new Map<Measure, Few>()
    for (const measure of measures) {
      shares.set(measure, await independentShare(schema, artefacts, measure))
      few.set(measure, fewOf(schema.sample.columns.get(measure.column.name) ?? new Float64Array()))
    }
    for (const [index, first] of measures.entries()) {
      for (const second of measures.slice(index + 1)) {
        const madeOf = derived.has(first.column.name, second.column.name)
        // Two measures are paired by chance as long as either is.
        const share = Math.max(shares.get(first) ?? 1, shares.get(second) ?? 1)
        outcomes.push(madeOf || share < leastIndependent ? gatedOut(null) : compare(schema, first, second, share, few))
      }
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

function candidates({ measures, rows }: TableSchema): readonly Measure[] {
  if (rows < leastRows) return []
  return measures.filter(({ column }) => column.distinct >= leastDistinct).slice(0, mostMeasures)
}

/** The rows of a measure that are looked at first. */
interface Few {
  readonly values: Float64Array
  /** Null with gaps. */
  readonly screened: Screened | null
}

function fewOf(all: Float64Array): Few {
  const values = every(all, Math.ceil(all.length / screenedRows))
  return { values, screened: values.length < leastRows ? null : screened(values) }
}

function compare(
  schema: TableSchema,
  first: Measure,
  second: Measure,
  share: number,
  few: ReadonlyMap<Measure, Few>,
): Outcome<typeof names> {
  const { columns } = schema.sample
  const values = [first, second].map(({ column }) => columns.get(column.name) ?? new Float64Array())
  const [left = new Float64Array(), right = new Float64Array()] = values
  const [fewLeft, fewRight] = [few.get(first) ?? fewOf(left), few.get(second) ?? fewOf(right)]
  const forward = test(fewLeft, fewRight, share)
  const backward = test(fewRight, fewLeft, share)
  if (forward === null || backward === null) return gatedOut(null)
  const turned = backward.xi > forward.xi
  const better = turned ? backward : forward
  // Both ways round were tried.
  const p = Math.min(1, 2 * better.p)
  if (better.xi < leastXi - screenMargin || better.xi - better.rho ** 2 < leastExcess - screenMargin) return gatedOut(p)
  const [from, to] = turned ? [second, first] : [first, second]
  const pairs = orderedPairs(turned ? [right, left] : [left, right])
  const result = dependence(pairs.x, pairs.y, share)
  if (result === null || result.xi < leastXi || result.xi - result.rho ** 2 < leastExcess) return gatedOut(p)
  return { p: Math.min(1, 2 * result.p), statement: statementOf(schema, from, to, share, pairs, result) }
}

function test(x: Few, y: Few, share: number) {
  if (x.screened !== null && y.screened !== null) return screenedDependence(x.screened, y.screened, share)
  const pairs = orderedPairs([x.values, y.values])
  return pairs.x.length < leastRows ? null : dependence(pairs.x, pairs.y, share)
}

function every(values: Float64Array, step: number): Float64Array {
  if (step <= 1) return values
  return Float64Array.from({ length: Math.ceil(values.length / step) }, (_, index) => values[index * step] ?? 0)
}

function statementOf(
  schema: TableSchema,
  from: Measure,
  to: Measure,
  independent: number,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  { xi, rho, n }: { readonly xi: number; readonly rho: number; readonly n: number },
): NonNullable<Outcome<typeof names>['statement']> {
  const { dialect } = schema
  const form = formOf(x, y)
  const columns = [from, to].map(({ column }) => dialect.identifier(column.name))
  const present = `${from.sql} IS NOT NULL AND ${to.sql} IS NOT NULL`
  return {
    type: 'nonlinear_dependence',
    class: 'finding',
    columns: [from.column.name, to.column.name],
    direction:
      form === null || form.form === 'peak' || form.form === 'valley'
        ? 'none'
        : form.direction > 0
          ? 'positive'
          : 'negative',
    effect: { name: 'Chatterjee ξ', value: 'xi' },
    testName: 'Chatterjee ξ',
    n,
    evidence: {
      sql: [
        `SELECT ${from.sql} AS x, ${to.sql} AS y FROM ${schema.sample.sql(schema.relation, columns)} WHERE ${present}`,
        tenthsSql(schema, from, to, x, form?.place ?? null),
      ],
      derived: derivedBy('nonlinear', 0, ['x', 'y'], { xi: 'xi', rho: 'rho', p: 'p', place: 'place' }, { independent }),
    },
    details: {
      first: from.column.name,
      second: to.column.name,
      form: form?.form ?? null,
      sampled: schema.sample.partial || n > mostPairs,
      basis: 'rows',
    },
    caveats: [],
    score: {
      impact: Math.sqrt(Math.min(1, n / Math.max(1, Math.min(mostPairs, schema.rows)))),
      effect: between(xi - rho ** 2, 0.05, 0.5),
      surprise: 0.9,
      readability: form === null ? 0.8 : 1,
    },
  }
}

/** Means over all rows in the lowest, the middle and the highest tenth; their bounds are taken from the sample. */
function tenthsSql(
  { dialect, relation }: TableSchema,
  from: Measure,
  to: Measure,
  x: Float64Array,
  place: number | null,
): string {
  const ascending = sorted(x)
  const at = (share: number): number => quantileOfSorted(ascending, Math.min(1, Math.max(0, share))) ?? 0
  const center =
    place === null ? 0.5 : ascending.filter((value) => value <= place).length / Math.max(1, ascending.length)
  // To a few hundredths of the spread: finer digits are chance.
  const decimals = -Math.floor(Math.log10(to.numeric.sd / 20))
  const mean = (condition: string): string =>
    dialect.rounded(`${dialect.mean(to.sql)} FILTER (WHERE ${condition})`, decimals)
  return `SELECT ${mean(`${from.sql} <= ${at(0.1)}`)} AS low_mean,
  ${mean(`${from.sql} BETWEEN ${at(center - 0.05)} AND ${at(center + 0.05)}`)} AS middle_mean,
  ${mean(`${from.sql} >= ${at(0.9)}`)} AS high_mean, count(*) AS n
FROM ${relation} WHERE ${from.sql} IS NOT NULL AND ${to.sql} IS NOT NULL`
}
