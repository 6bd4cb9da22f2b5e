/**
 * interaction: the difference that one dimension makes depends on another, or a measure rises with another at another rate
 * in some group. A finding: F test of what effects that merely add up leave, 2 % of the variance, and a contrast whose
 * interval excludes zero. Looked for on the sample and tested on all rows.
 */
import type { CodedColumn } from '../../../analysis/controls/coded-sample.ts'
import { shareBetween } from '../../../analysis/controls/strength.ts'
import { cellsFrom, interactionTest, surestContrast } from '../../../analysis/derive/interaction.ts'
import { linesFrom, slopesTest, surestSlope } from '../../../analysis/derive/slopes.ts'
import { independentShare } from '../../../analysis/independent-rows.ts'
import { derivedPairs, type PairSet } from '../../../analysis/redundancy.ts'
import { isHeavyTailed, type TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { type Candidates, type CellCandidate, candidatesOf, type SlopeCandidate } from './candidates.ts'
import { names } from './names.ts'
import { cellsOf, linesOf } from './screen.ts'

type Own = Outcome<typeof names>

const leastRows = 40
const leastExplained = 0.02
/** A sample that does not show it this surely is not followed by a pass over all rows. */
const screenP = 0.05
/** Of measures whose extremes weigh more than all else, ranks must show it as well, though less surely. */
const rankedP = 0.001
/** Where everything depends on everything, the first few say so. */
const mostOfMeans = 3
const mostOfSlopes = 1
/** Part of the spread of x between the groups from which on their lines lie over different ranges and cannot be compared. */
const mostApart = 0.3
/** Standard deviations by which a contrast is large. */
const largeContrast = 1.2
/** Of the others' slope, a difference that is large. */
const largeSlope = 1

export const detectInteraction: Detector<typeof names> = {
  family: () => 'interaction × rows',
  appliesTo: (schema) => schema.rows >= leastRows && schema.dimensions.length > 0 && schema.measures.length > 0,
  expectedWork: ({ dimensions, measures }) => ({ work: 5 + dimensions.length * measures.length * 2 }),
  async run(run) {
    const candidates = await candidatesOf(run)
    const derived = derivedPairs(run.schema)
    const cells: Own[] = []
    for (const candidate of candidates.cells) {
      cells.push(await judgeCells(run, candidates, candidate))
      await run.context.yieldToEventLoop()
    }
    const slopes: Own[] = []
    for (const candidate of candidates.slopes) {
      slopes.push(await judgeSlopes(run, candidates, candidate, derived))
      await run.context.yieldToEventLoop()
    }
    return [...strongest(cells, mostOfMeans), ...strongest(slopes, mostOfSlopes)]
  },
}

/** The strongest as they are; of the others only their tests. */
function strongest(outcomes: readonly Own[], most: number): Own[] {
  const order = outcomes
    .filter(({ statement }) => statement !== null)
    .toSorted((left, right) => (right.statement?.score.effect ?? 0) - (left.statement?.score.effect ?? 0))
  const kept = new Set(order.slice(0, most))
  return outcomes.map((one) => (one.statement === null || kept.has(one) ? one : gatedOut(one.p)))
}

async function judgeCells(run: DetectorRun, { sample }: Candidates, candidate: CellCandidate): Promise<Own> {
  const { dialect } = run.schema
  const { schema, artefacts } = run
  const { first, second, measure } = candidate
  const values = sample.numbers.get(measure.column.name)
  if (values === undefined || !isLikely(interactionTest(cellsOf(first, second, values)))) return gatedOut(null)
  // A few values far out make cells that no other row bears out: ranks must show it, too.
  const ranks = sample.ranks.get(measure.column.name)
  const ranked = ranks === undefined ? null : interactionTest(cellsOf(first, second, ranks))
  const share = await independentShare(schema, artefacts, measure)
  const sql = `SELECT ${first.profile.text} AS "group", ${second.profile.text} AS level, count(*) AS n, ${dialect.mean(measure.sql)} AS mean, var_samp(${measure.sql}) AS variance
FROM ${schema.relation} WHERE ${filled(first.profile, second.profile, measure)} GROUP BY 1, 2 ORDER BY 1, 2`
  const columns = ['group', 'level', 'n', 'mean', 'variance']
  const cells = cellsFrom(await columnsOf(run, sql, columns))
  const test = interactionTest(cells, share)
  const contrast = surestContrast(cells, share)
  if (test === null || contrast === null || ranked === null || test.explained < leastExplained) return gatedOut(null)
  if (isHeavyTailed(measure) && ranked.p > rankedP) return gatedOut(null)
  if (contrast.low * contrast.high <= 0) return gatedOut(null)
  const sure = Math.min(Math.abs(contrast.low), Math.abs(contrast.high)) / measure.numeric.sd
  const { group, level } = contrast
  return {
    p: test.p,
    statement: {
      ...shared(
        schema,
        cells.reduce((sum, { n }) => sum + n, 0),
        contrast.difference,
        share,
      ),
      columns: [first.profile.column.name, second.profile.column.name, measure.column.name],
      location: level,
      evidence: {
        sql: [sql],
        derived: derivedBy('interaction', 0, columns, sameNames(names), { group, level, independent: share }),
      },
      details: {
        form: 'means',
        first: first.profile.column.name,
        second: second.profile.column.name,
        measure: measure.column.name,
        group,
        rest: otherOf(first, group),
        level,
        other_level: otherOf(second, level),
      },
      score: scoreOf(schema, cells, between(sure, 0.1, largeContrast)),
    },
  }
}

async function judgeSlopes(
  run: DetectorRun,
  { sample }: Candidates,
  { x, measure, second }: SlopeCandidate,
  derived: PairSet,
): Promise<Own> {
  const { dialect } = run.schema
  const { schema, artefacts } = run
  const [a, b] = [sample.numbers.get(x.column.name), sample.numbers.get(measure.column.name)]
  if (a === undefined || b === undefined || derived.has(x.column.name, measure.column.name)) return gatedOut(null)
  // A slope is pulled by its farthest point: with a few values far out it tells of them alone.
  if (isHeavyTailed(x) || isHeavyTailed(measure)) return gatedOut(null)
  if (shareBetween(second, sample.ranks.get(x.column.name) ?? a) > mostApart) return gatedOut(null)
  if (!isLikely(slopesTest(linesOf(second, a, b)))) return gatedOut(null)
  const share = await independentShare(schema, artefacts, measure)
  const [xs, ys] = [dialect.double(x.sql), dialect.double(measure.sql)]
  const sql = `SELECT ${second.profile.text} AS "group", count(*) AS n, var_samp(${xs}) AS x, covar_samp(${ys}, ${xs}) AS product, var_samp(${ys}) AS y
FROM ${schema.relation} WHERE ${filled(second.profile, x, measure)} GROUP BY 1 ORDER BY 1`
  const columns = ['group', 'n', 'x', 'product', 'y']
  const lines = linesFrom(await columnsOf(run, sql, columns))
  const test = slopesTest(lines, share)
  const contrast = surestSlope(lines, share)
  if (test === null || contrast === null || test.explained < leastExplained) return gatedOut(null)
  if (contrast.low * contrast.high <= 0) return gatedOut(null)
  const sure = Math.min(Math.abs(contrast.low), Math.abs(contrast.high))
  const steepest = Math.max(Math.abs(contrast.slope), Math.abs(contrast.elsewhere))
  const { group } = contrast
  return {
    p: test.p,
    statement: {
      ...shared(
        schema,
        lines.reduce((sum, { n }) => sum + n, 0),
        contrast.difference,
        share,
      ),
      columns: [x.column.name, second.profile.column.name, measure.column.name],
      location: group,
      evidence: {
        sql: [sql],
        derived: derivedBy('slopes', 0, columns, sameNames(names), { group, independent: share }),
      },
      details: {
        form: 'slopes',
        first: x.column.name,
        second: second.profile.column.name,
        measure: measure.column.name,
        group: null,
        rest: null,
        level: group,
        other_level: otherOf(second, group),
      },
      score: scoreOf(schema, lines, 0.8 * between(sure / steepest, 0.1, largeSlope)),
    },
  }
}

function isLikely(test: { readonly p: number; readonly explained: number } | null): boolean {
  return test !== null && test.p < screenP && test.explained >= leastExplained / 2
}

async function columnsOf({ artefacts }: DetectorRun, sql: string, names: readonly string[]): Promise<unknown[][]> {
  const found = await artefacts.source.columns(sql)
  return names.map((name) => found[name] ?? [])
}

function filled(...columns: readonly { readonly sql: string }[]): string {
  return columns.map(({ sql }) => `${sql} IS NOT NULL`).join(' AND ')
}

function otherOf({ labels }: CodedColumn, name: string): string | null {
  return labels.length === 2 ? (labels.find((label) => label !== name) ?? null) : null
}

function shared(schema: TableSchema, n: number, difference: number, share: number) {
  return {
    type: 'interaction',
    class: 'finding',
    direction: difference > 0 ? 'higher' : 'lower',
    effect: { name: 'difference of differences', value: 'difference', low: 'difference_low', high: 'difference_high' },
    testName: 'F test of interaction',
    n: Math.min(n, schema.rows),
    caveats: share < 0.9 ? [{ caveat: 'rowsOfOneThing' } as const] : [],
  } as const
}

function scoreOf(schema: TableSchema, parts: readonly { readonly n: number }[], effect: number) {
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  return { impact: Math.sqrt(Math.min(1, n / schema.rows)), effect, surprise: 1, readability: 0.9 }
}
