/**
 * segment: where two conditions hold at once a measure or a rate is other than elsewhere, by more than either condition
 * tells or both added together. A finding: looked for on one half of the rows, tested on the other; .3 standard deviations
 * or 5 points (or 1.25 times) from the rest, and .2 or 5 points from those that meet one condition only.
 */
import { type CodedSample, codedSample } from '../../../analysis/controls/coded-sample.ts'
import { shareOfRanks } from '../../../analysis/controls/strength.ts'
import { type Corners, restOf, type SegmentTest, segmentTest } from '../../../analysis/derive/segment.ts'
import { independentShare } from '../../../analysis/independent-rows.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { derivedPairs, type PairSet } from '../../../analysis/redundancy.ts'
import { isHeavyTailed, type TableSchema } from '../../../analysis/schema.ts'
import { type Subgroup, subgroupSearch } from '../../../analysis/statistics/subgroup-search.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { withContrast } from '../../keyed-contrast.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { overTime } from '../correlation/detect.ts'
import {
  type Conditions,
  canBeSearched,
  conditionsOf,
  mayCondition,
  mostShared,
  type OutcomeColumn,
  outcomesOf,
  wordOf,
} from './candidates.ts'
import { type Halves, halvesOf } from './halves.ts'
import type { names } from './names.ts'
import { byKeys, type Candidate, cornersOf, evidenceOf, sqlOf } from './parts.ts'

type Own = Outcome<typeof names>

const leastRows = 80
/** Rows of a segment in either half. */
const leastOwn = 12
/** Segments of an outcome that are tested on the other half: a number fixed beforehand, each a test of the family. */
const tested = 2
/** What does not even show so much on the sample is not followed by a pass over all rows. */
const screenP = 0.05
/** Of measures whose extremes weigh more than all else, ranks must show it as well. */
const rankedP = 0.01
const leastG = 0.3
/** In standard deviations, beyond what one condition alone tells. */
const leastBeyond = 0.2
const leastPoints = 0.05
const leastRatio = 1.25
const largeG = 1.2
const largePoints = 0.3
/** Segments that are told: where many hold, the first few say so. */
const most = 3
/** Of many that were looked at, one that is less sure than this is not even worth a look. */
const leadP = 0.001
/** Part of the gap by which rows that meet one condition may differ from those that meet neither, and be told as like them. */
const muchLike = 0.3

export const detectSegment: Detector<typeof names> = {
  family: () => 'segment × rows',
  appliesTo: (schema) => schema.rows >= leastRows && canBeSearched(schema),
  expectedWork: (schema) => ({ work: 10 + outcomesOf(schema).length * 10, parts: outcomesOf(schema).length }),
  async run(run) {
    const { schema, artefacts, context } = run
    const sample = await codedSample(schema, artefacts)
    const halves = await halvesOf(run)
    const derived = derivedPairs(schema)
    const conditions = conditionsOf(schema, sample)
    const outcomes: Own[] = []
    for (const outcome of outcomesOf(schema)) {
      const judged: Own[] = []
      for (const candidate of search(schema, sample, halves, conditions, derived, outcome)) {
        judged.push(await judge(run, halves, candidate))
      }
      const missing = Array.from({ length: tested - judged.length }, () => gatedOut(null))
      outcomes.push(...strongest(judged, 1), ...missing)
      await context.yieldToEventLoop()
    }
    return strongest(outcomes, most)
  },
}

/** The strongest as they are, each two conditions once; of the others only their tests. */
function strongest(outcomes: readonly Own[], count: number): Own[] {
  const order = outcomes
    .filter(({ statement }) => statement !== null)
    .toSorted((left, right) => (right.statement?.score.effect ?? 0) - (left.statement?.score.effect ?? 0))
  const conditions = order.map(({ statement }) => JSON.stringify(statement?.subspace))
  const kept = new Set(
    order.filter((_, index) => conditions.indexOf(conditions[index] ?? '') === index).slice(0, count),
  )
  return outcomes.map((one) => (one.statement === null || kept.has(one) ? one : gatedOut(one.p)))
}

/** The best of one half that the other, on the sample, does not belie. */
function search(
  schema: TableSchema,
  sample: CodedSample,
  halves: Halves,
  all: readonly Conditions[],
  derived: PairSet,
  outcome: OutcomeColumn,
): Candidate[] {
  // Rows of a series or panel repeat each other: no rate is compared there.
  if (outcome.value !== null && overTime(schema)) return []
  const { values, heavy } = valuesOf(sample, outcome)
  if (values === undefined) return []
  const conditions = all.filter((one) => mayCondition(derived, one, outcome, values))
  if (conditions.length < 2) return []
  const options = { most: tested, leastRows: leastOwn }
  const codes = conditions.map((one) => one.codes)
  return subgroupSearch(codes, values, halves.inFirst, options).subgroups.flatMap((subgroup): Candidate[] => {
    if (subgroup.confirmed.p > (heavy ? rankedP : screenP)) return []
    const [first, second] = subgroup.conditions.map((condition) => partOf(conditions, condition))
    return first === undefined || second === undefined || goTogether(sample, first.profile, second.profile)
      ? []
      : [{ outcome, first, second, sign: subgroup.found.t > 0 ? 1 : -1 }]
  })
}

/** Of two that go closely together, what one tells of a third within the other is bound to differ. */
function goTogether(sample: CodedSample, first: ColumnProfile, second: ColumnProfile): boolean {
  const [one, other] = [first.column.name, second.column.name]
  return Math.max(shareOfRanks(sample, one, other), shareOfRanks(sample, other, one)) >= mostShared
}

function partOf(conditions: readonly Conditions[], { column, code }: Subgroup['conditions'][number]) {
  const own = conditions[column]
  const bin = own?.bins[code]
  return own === undefined || bin === undefined ? undefined : { profile: own.profile, bin }
}

function valuesOf(sample: CodedSample, { profile, value }: OutcomeColumn) {
  const { name } = profile.column
  if (value === null) {
    const heavy = isHeavyTailed(profile)
    return { values: (heavy ? sample.ranks : sample.numbers).get(name), heavy }
  }
  const coded = sample.dimensions.get(name)
  const hit = coded?.labels.indexOf(value)
  const values =
    coded === undefined
      ? undefined
      : Float64Array.from(coded.codes, (code) => (code >= coded.labels.length ? Number.NaN : Number(code === hit)))
  return { values, heavy: false }
}

async function judge(run: DetectorRun, halves: Halves, candidate: Candidate): Promise<Own> {
  const { schema, artefacts } = run
  const { outcome, sign, first, second } = candidate
  const rate = outcome.value !== null
  const [whole, half] = [sqlOf(schema, candidate, null), sqlOf(schema, candidate, halves)]
  const checked = await cornersOf(run, half)
  const share =
    rate || outcome.profile.numeric === null
      ? 1
      : await independentShare(schema, artefacts, { ...outcome.profile, numeric: outcome.profile.numeric })
  const test = checked === null ? null : segmentTest(checked, sign, rate, share)
  if (test === null) return gatedOut(null)
  // Most go no further: all rows are only asked about what the other half bears out.
  const all = holdsOfOthers(test, sign, rate) ? await cornersOf(run, whole) : null
  if (all === null || !holdsOfAll(all, test, sign, rate)) return gatedOut(test.p)
  const evidence = evidenceOf(candidate, whole, half, share)
  const contrast = await byKeys(run, halves, candidate)
  const lessSure = contrast !== null && contrast.p > test.p ? contrast : null
  if (lessSure !== null && lessSure.low * lessSure.high <= 0) return gatedOut(lessSure.p)
  const { low, high } = lessSure ?? test
  const sure = Math.min(Math.abs(low), Math.abs(high)) / Math.abs(test.difference)
  const named = [first, second].map(({ profile, bin }) => [profile.column.name, wordOf(bin)] as const)
  return {
    p: lessSure?.p ?? test.p,
    statement: {
      type: 'segment',
      class: 'finding',
      columns: [first, second, outcome].map(({ profile }) => profile.column.name),
      subspace: Object.fromEntries(named),
      direction: sign > 0 ? 'higher' : 'lower',
      effect: {
        name: rate ? 'difference of shares' : 'difference of means',
        value: 'difference',
        low: 'difference_low',
        high: 'difference_high',
      },
      testName: 'of rows held out: away from the rest, either condition and their sum',
      n: Math.min(schema.rows, all.both.n + restOf(all).n),
      evidence: lessSure === null ? evidence : withContrast(evidence, lessSure),
      details: {
        first: first.profile.column.name,
        first_value: first.bin.value,
        second: second.profile.column.name,
        second_value: second.bin.value,
        measure: rate ? null : outcome.profile.column.name,
        outcome: rate ? outcome.profile.column.name : null,
        outcome_value: outcome.value,
        alone: isAlone(all),
      },
      leadP,
      caveats: [
        ...(share < 0.9 ? [{ caveat: 'rowsOfOneThing' } as const] : []),
        ...(lessSure === null ? [] : [repeatedKeyCaveat(lessSure.key)]),
      ],
      score: {
        // What holds of few rows is worth less, but not in proportion: that it is few is what makes it news.
        impact: (all.both.n / schema.rows) ** 0.25,
        effect: rate
          ? between(sure * Math.abs(test.difference), 0, largePoints)
          : between(sure * Math.abs(test.g), 0.1, largeG),
        surprise: 1,
        readability: 0.9,
      },
    },
  }
}

/** The half that was not searched lies on the side that was found, as far from the rest as is worth telling. */
function holdsOfOthers(test: SegmentTest, sign: number, rate: boolean): boolean {
  if (test.low * test.high <= 0 || sign * test.difference <= 0) return false
  if (rate) return test.beyondOne >= leastPoints
  const unit = Math.abs(test.difference / test.g)
  return Math.abs(test.g) >= leastG && test.beyondOne >= leastBeyond * unit
}

/** So do all rows. */
function holdsOfAll(all: Corners, test: SegmentTest, sign: number, rate: boolean): boolean {
  const [own, rest] = [all.both.mean, restOf(all).mean]
  if (sign * (own - rest) <= 0) return false
  const ratio = Math.max(own, rest) / Math.min(own, rest)
  return !rate || Math.abs(test.difference) >= leastPoints || ratio >= leastRatio
}

function isAlone(all: Corners): boolean {
  const gap = Math.abs(all.both.mean - all.neither.mean)
  return [all.firstOnly, all.secondOnly].every(({ mean }) => Math.abs(mean - all.neither.mean) < muchLike * gap)
}
