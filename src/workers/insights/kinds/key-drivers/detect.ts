/**
 * key_drivers: which other columns predict a measure best. A finding; boosted trees on one half of at most 2,500 rows,
 * judged on the other, against shuffled copies of every column. Told of the measure of which all columns tell most beyond
 * the best of them alone, and whose predictors each go with it by themselves: what predicts a thing is predicted by it, too.
 */
import { codedSample } from '../../../analysis/controls/coded-sample.ts'
import { shareOfRanks } from '../../../analysis/controls/strength.ts'
import { predictorsOf } from '../../../analysis/derive/key-drivers.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { derivedPairs } from '../../../analysis/redundancy.ts'
import { repeatedKeys } from '../../../analysis/repeated-keys.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import type { KeyDrivers } from '../../../analysis/statistics/key-drivers.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'

type Own = Outcome<typeof names>

const leastRows = 200
const mostRows = 2_500
/** Measures that are predicted, those first that most columns go with; the others count as tried. Bounds the work. */
const mostTargets = 3
/** Columns a measure is predicted from, in their order. */
const mostColumns = 12
const leastColumns = 3
const leastExplained = 0.15
const largeExplained = 0.8
/** A predictor that loses less than this when shuffled is not worth a name. */
const leastImportance = 0.02
const leastDriverP = 0.01

/** Part of the ranks' variance from which on a column alone goes with the measure at all, and with the best of them enough to look. */
const leastAlone = 0.01
const leastBest = 0.04
/** What all columns must tell beyond the best one alone. */
const leastGain = 0.03

interface Candidate {
  readonly target: Measure
  readonly columns: readonly ColumnProfile[]
  /** Part of the variance that each column alone accounts for, by the order of the columns. */
  readonly alone: readonly number[]
}

interface Prediction extends Candidate {
  readonly sql: string
  readonly kinds: string
  readonly result: KeyDrivers
  readonly n: number
}

export const detectKeyDrivers: Detector<typeof names> = {
  family: () => 'key_drivers × rows',
  appliesTo: (schema) => !overTime(schema) && schema.rows >= leastRows && targetsOf(schema).length > 0,
  expectedWork: (schema) => ({ work: Math.min(mostTargets, targetsOf(schema).length) * 60, parts: 1 }),
  async run(run) {
    // Rows that repeat each other would be in both halves, and be known before they are predicted.
    if ((await repeatedKeys(run.schema, run.artefacts)).length > 0) {
      return targetsOf(run.schema).map(() => gatedOut(null))
    }
    const derived = derivedPairs(run.schema)
    const outcomes: Own[] = []
    const sample = await codedSample(run.schema, run.artefacts)
    const told: { index: number; prediction: Prediction }[] = []
    const candidates = targetsOf(run.schema).map((target): Candidate => {
      const columns = predictorsFor(run.schema, target, derived.has)
      return {
        target,
        columns,
        alone: columns.map(({ column }) => shareOfRanks(sample, target.column.name, column.name)),
      }
    })
    for (const candidate of byTies(candidates)) {
      const looked = outcomes.length < mostTargets && isWorthLooking(candidate)
      const prediction = looked ? await predict(run, candidate) : null
      if (prediction !== null && passes(prediction)) told.push({ index: outcomes.length, prediction })
      outcomes.push(gatedOut(prediction?.result.p ?? null))
      await run.context.yieldToEventLoop()
    }
    const best = told.sort((left, right) => gainOf(right.prediction) - gainOf(left.prediction))[0]
    if (best !== undefined) outcomes[best.index] = tellOf(run.schema, best.prediction)
    return outcomes
  },
}

function targetsOf(schema: TableSchema): Measure[] {
  const { measures, dimensions } = schema
  const others = new Set([...measures, ...dimensions].map(({ column }) => column.name)).size - 1
  return others < leastColumns ? [] : measures.filter(({ column }) => column.distinct > 12)
}

function predictorsFor(
  { measures, dimensions }: TableSchema,
  target: Measure,
  isDerived: (first: string, second: string) => boolean,
): ColumnProfile[] {
  const all = new Map([...measures, ...dimensions].map((profile) => [profile.column.name, profile]))
  return [...all.values()]
    .filter(({ column }) => column.name !== target.column.name && !isDerived(column.name, target.column.name))
    .slice(0, mostColumns)
}

function byTies(candidates: readonly Candidate[]): Candidate[] {
  const ties = ({ alone }: Candidate): number => alone.reduce((sum, share) => sum + share, 0)
  return candidates.toSorted((left, right) => ties(right) - ties(left))
}

function isWorthLooking({ columns, alone }: Candidate): boolean {
  return columns.length >= leastColumns && Math.max(...alone) >= leastBest
}

async function predict({ schema, artefacts }: DetectorRun, candidate: Candidate): Promise<Prediction | null> {
  const { target, columns } = candidate
  const isNumber = (profile: ColumnProfile): boolean => profile.column.role === 'measure'
  const kinds = columns.map((profile) => (isNumber(profile) ? 'n' : 'c')).join('')
  const sql = querySql(schema, target, columns, isNumber)
  const found = await artefacts.source.columns(sql)
  const { result, n } = predictorsOf(
    namesOf(columns).map((name) => found[name] ?? []),
    kinds,
  )
  return result === null ? null : { ...candidate, sql, kinds, result, n }
}

/** Rows spread over the table by a fixed rule. */
function querySql(
  { dialect, relation, rows }: TableSchema,
  target: Measure,
  columns: readonly ColumnProfile[],
  isNumber: (profile: ColumnProfile) => boolean,
): string {
  const list = columns.map((profile, index) => {
    const value = isNumber(profile) ? dialect.double(profile.sql) : profile.text
    return `${value} AS ${dialect.identifier(`c${index}`)}`
  })
  const step = Math.ceil(rows / mostRows)
  const all = `SELECT ${dialect.double(target.sql)} AS target, ${list.join(', ')}`
  if (step <= 1) return `${all} FROM ${relation}`
  return `${all} FROM (SELECT *, row_number() OVER () AS "row number" FROM ${relation}) WHERE "row number" % ${step} = 0`
}

function namesOf(columns: readonly ColumnProfile[]): string[] {
  return ['target', ...columns.map((_, index) => `c${index}`)]
}

function passes(prediction: Prediction): boolean {
  const [first, second] = prediction.result.drivers
  const named = [first, second].every(
    (driver) => driver !== undefined && matters(driver) && (prediction.alone[driver.column] ?? 0) >= leastAlone,
  )
  // One predictor alone is what its own correlation or difference tells better.
  return named && prediction.result.explained >= leastExplained && gainOf(prediction) >= leastGain
}

function gainOf({ result, alone }: Prediction): number {
  return result.explained - Math.max(...alone)
}

function matters({ aboveShadows, importance, p }: KeyDrivers['drivers'][number]): boolean {
  return aboveShadows && importance >= leastImportance && p < leastDriverP
}

function tellOf(schema: TableSchema, { target, columns, sql, kinds, result, n }: Prediction): Own {
  const [first = '', second = ''] = result.drivers.map(({ column }) => columns[column]?.column.name ?? '')
  const sampled = n < schema.rows && Math.ceil(schema.rows / mostRows) > 1
  return {
    p: result.p,
    statement: {
      type: 'key_drivers',
      class: 'finding',
      columns: [target.column.name, first, second],
      direction: 'none',
      location: first,
      effect: { name: 'variance predicted in rows held out', value: 'explained' },
      testName: 'prediction against the mean, on rows held out',
      n,
      evidence: { sql: [sql], derived: derivedBy('key_drivers', 0, namesOf(columns), sameNames(names), { kinds }) },
      details: {
        measure: target.column.name,
        first,
        second,
        predictors: JSON.stringify(columns.map(({ column }) => column.name)),
        sampled,
      },
      caveats: sampled ? [{ caveat: 'ofAPart' }] : [],
      score: {
        impact: 1,
        effect: between(result.explained, leastExplained / 2, largeExplained),
        surprise: 0.5,
        readability: 0.85,
      },
    },
  }
}
