/** Hand-made analyses: one insight of every kind that is detected, on a small table of sales. */
import type { StageInput } from '../../../src/shared/contract/stages.ts'
import type { InsightClass, InsightDraft, Scalar } from '../../../src/shared/story/insight.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../src/shared/story/table.ts'
import type { InsightKind } from '../../../src/workers/insights/kind.ts'
import { answer } from '../../../src/workers/insights/kinds/answer/index.ts'
import { association } from '../../../src/workers/insights/kinds/association/index.ts'
import { benford } from '../../../src/workers/insights/kinds/benford/index.ts'
import { changeDecomposition } from '../../../src/workers/insights/kinds/change-decomposition/index.ts'
import { cluster } from '../../../src/workers/insights/kinds/cluster/index.ts'
import { coMovement } from '../../../src/workers/insights/kinds/co-movement/index.ts'
import { commonPattern } from '../../../src/workers/insights/kinds/common-pattern/index.ts'
import { concentration } from '../../../src/workers/insights/kinds/concentration/index.ts'
import { constant } from '../../../src/workers/insights/kinds/constant/index.ts'
import { correlation } from '../../../src/workers/insights/kinds/correlation/index.ts'
import { derivedColumn } from '../../../src/workers/insights/kinds/derived-column/index.ts'
import { dominance } from '../../../src/workers/insights/kinds/dominance/index.ts'
import { duplicates } from '../../../src/workers/insights/kinds/duplicates/index.ts'
import { evenness } from '../../../src/workers/insights/kinds/evenness/index.ts'
import { forecast } from '../../../src/workers/insights/kinds/forecast/index.ts'
import { futureDates } from '../../../src/workers/insights/kinds/future-dates/index.ts'
import { groupDifference } from '../../../src/workers/insights/kinds/group-difference/index.ts'
import { heaping } from '../../../src/workers/insights/kinds/heaping/index.ts'
import { identifier } from '../../../src/workers/insights/kinds/identifier/index.ts'
import { imbalance } from '../../../src/workers/insights/kinds/imbalance/index.ts'
import { interaction } from '../../../src/workers/insights/kinds/interaction/index.ts'
import { keyDrivers } from '../../../src/workers/insights/kinds/key-drivers/index.ts'
import { labelVariants } from '../../../src/workers/insights/kinds/label-variants/index.ts'
import { latestVsExpected } from '../../../src/workers/insights/kinds/latest-vs-expected/index.ts'
import { levelShift } from '../../../src/workers/insights/kinds/level-shift/index.ts'
import { missing } from '../../../src/workers/insights/kinds/missing/index.ts'
import { missingPattern } from '../../../src/workers/insights/kinds/missing-pattern/index.ts'
import { mixedTypes } from '../../../src/workers/insights/kinds/mixed-types/index.ts'
import { multimodal } from '../../../src/workers/insights/kinds/multimodal/index.ts'
import { nonlinearDependence } from '../../../src/workers/insights/kinds/nonlinear-dependence/index.ts'
import { outstanding } from '../../../src/workers/insights/kinds/outstanding/index.ts'
import { precision } from '../../../src/workers/insights/kinds/precision/index.ts'
import { rateDifference } from '../../../src/workers/insights/kinds/rate-difference/index.ts'
import { record } from '../../../src/workers/insights/kinds/record/index.ts'
import { seasonality } from '../../../src/workers/insights/kinds/seasonality/index.ts'
import { segment } from '../../../src/workers/insights/kinds/segment/index.ts'
import { sentinel } from '../../../src/workers/insights/kinds/sentinel/index.ts'
import { simpsonReversal } from '../../../src/workers/insights/kinds/simpson-reversal/index.ts'
import { skew } from '../../../src/workers/insights/kinds/skew/index.ts'
import { slopeBreak } from '../../../src/workers/insights/kinds/slope-break/index.ts'
import { spreadDifference } from '../../../src/workers/insights/kinds/spread-difference/index.ts'
import { timeGaps } from '../../../src/workers/insights/kinds/time-gaps/index.ts'
import { timeOutlier } from '../../../src/workers/insights/kinds/time-outlier/index.ts'
import { total } from '../../../src/workers/insights/kinds/total/index.ts'
import { trend } from '../../../src/workers/insights/kinds/trend/index.ts'
import { typical } from '../../../src/workers/insights/kinds/typical/index.ts'
import { unitMix } from '../../../src/workers/insights/kinds/unit-mix/index.ts'
import { unusualValues } from '../../../src/workers/insights/kinds/unusual-values/index.ts'
import { varianceChange } from '../../../src/workers/insights/kinds/variance-change/index.ts'
import { zeroInflation } from '../../../src/workers/insights/kinds/zero-inflation/index.ts'
import type { DetailName, Names, ValueName } from '../../../src/workers/insights/names.ts'

interface Given<N extends Names> {
  readonly class?: InsightClass
  readonly columns?: readonly string[]
  readonly direction?: InsightDraft['direction']
  readonly location?: Scalar
  readonly q?: number
  readonly n?: number
  readonly caveats?: readonly string[]
  readonly values: Readonly<Record<ValueName<N>, number | null>>
  readonly details: Readonly<Record<DetailName<N>, Scalar>>
}

export function draft<N extends Names>(kind: InsightKind<N>, given: Given<N>, id = `${kind.type}-test`): InsightDraft {
  const p = (given.values as Record<string, number | null>).p
  return {
    id,
    type: kind.type,
    class: given.class ?? 'finding',
    table: 'sales',
    columns: [...(given.columns ?? [])],
    direction: given.direction ?? 'none',
    ...(given.location === undefined ? {} : { location: given.location }),
    effect: { name: 'effect', value: 1, low: null, high: null },
    ...(typeof p === 'number' ? { test: { name: 'test', p, q: given.q ?? p } } : {}),
    n: given.n ?? 4200,
    score: 50,
    scoreParts: {},
    evidence: { sql: [], values: given.values, derived: {} },
    caveats: [...(given.caveats ?? [])],
    details: given.details,
  }
}

const series = {
  time: 'order_date',
  measure: 'revenue',
  grain: 'month',
  aggregate: 'sum',
  from: '2019-01-01',
  to: '2022-12-01',
  dropped: 1,
} as const

/** One draft of each kind, each with plausible values. */
export function everyDraft() {
  return {
    answer: draft(answer, {
      class: 'fact',
      columns: ['revenue', 'region'],
      values: { value: 670_370, second: 12_300, groups: 5, n: 4200, difference: null, low: null, high: null, p: null },
      details: {
        form: 'groups',
        amount: 'sum',
        measure: 'revenue',
        dimension: 'region',
        time: null,
        grain: null,
        part: null,
        first: 'West',
        last: 'North',
        filter: null,
        share: null,
        order: null,
        earlier: null,
        later: null,
      },
    }),
    total: draft(total, {
      class: 'fact',
      columns: ['revenue'],
      values: { total: 1_234_567, mean: 293.9, median: 210.4, n: 4200 },
      details: { measure: 'revenue' },
    }),
    typical: draft(typical, {
      class: 'fact',
      columns: ['margin'],
      values: {
        middle: 0.243,
        lower: 0.181,
        upper: 0.312,
        share: null,
        top: null,
        groups: null,
        highest: 0.61,
        lowest: -0.12,
        n: 4200,
      },
      details: {
        measure: 'margin',
        dimension: null,
        best: null,
        runner_up: null,
        highest: null,
        lowest: null,
        outcome: false,
      },
    }),
    skew: draft(skew, {
      class: 'fact',
      columns: ['shippingCost'],
      direction: 'higher',
      values: { mean: 12.43, median: 7.91, skewness: 2.31, share_on_side: 0.682, tail_from: 31.4, n: 4200 },
      details: { measure: 'shippingCost', tail: 'upper' },
    }),
    zero_inflation: draft(zeroInflation, {
      class: 'fact',
      columns: ['shippingCost'],
      values: { zeros: 1705, share: 1705 / 4200, others_median: 9.1, others_lower: 5.2, others_upper: 15.8, n: 4200 },
      details: { measure: 'shippingCost' },
    }),
    dominance: draft(dominance, {
      class: 'fact',
      columns: ['region', 'revenue'],
      location: 'West',
      values: { share: 0.543, top: 670_370, runner_up_share: 0.212, total: 1_234_567, groups: 5, n: 4200 },
      details: { dimension: 'region', measure: 'revenue', best: 'West', runner_up: 'East' },
    }),
    change_decomposition: draft(changeDecomposition, {
      class: 'fact',
      columns: ['order_date', 'revenue', 'region'],
      direction: 'up',
      location: 'West',
      values: {
        first: 280_400,
        last: 341_900,
        change: 61_500,
        change_share: 61_500 / 280_400,
        times: 341_900 / 280_400,
        window: null,
        year_before: null,
        year_before_change: null,
        year_before_share: null,
        before: 322_700,
        before_change: 19_200,
        before_share: 19_200 / 322_700,
        step_change: -40_100,
        step_share: -0.131,
        best_first: 121_000,
        best_last: 170_200,
        best_change: 49_200,
        rest_change: 12_300,
        best_part: 49_200 / 61_500,
        mix: null,
        mix_part: null,
        own_rates: null,
        up: null,
        down: null,
        entities: null,
        after: null,
        periods: 4,
        n: 4200,
      },
      details: {
        ...series,
        grain: 'year',
        to: '2022-01-01',
        dropped: 0,
        form: 'total',
        dimension: 'region',
        best: 'West',
        second: null,
        third: null,
        before: '2021-01-01',
        year_before: null,
        step_from: '2019-01-01',
        step_to: '2020-01-01',
        peak_period: null,
        low_period: null,
        numerator: null,
        denominator: null,
      },
    }),
    concentration: draft(concentration, {
      class: 'fact',
      columns: ['city', 'revenue'],
      location: 'Paris',
      values: { gini: 0.612, top_share: 0.72, top_groups: 5, groups: 25, total: 1_234_567, n: 4200 },
      details: {
        dimension: 'city',
        measure: 'revenue',
        best: 'Paris',
        runner_up: 'Rome',
        third: 'Oslo',
        period: null,
        grain: null,
      },
    }),
    outstanding: draft(outstanding, {
      class: 'fact',
      columns: ['channel', 'revenue'],
      direction: 'higher',
      location: 'online store',
      values: {
        amount: 512_300,
        next_amount: 240_120,
        share: 0.415,
        ratio: 2.1335,
        gap: 272_180,
        gap_low: 240_310,
        gap_high: 304_050,
        total: 1_234_567,
        groups: 4,
        n: 4200,
      },
      details: {
        dimension: 'channel',
        measure: 'revenue',
        best: 'online store',
        runner_up: 'Partners',
        end: 'first',
      },
    }),
    evenness: draft(evenness, {
      class: 'fact',
      columns: ['region'],
      values: { least_share: 0.192, largest_share: 0.208, groups: 5, n: 4200, equivalence_p: 1e-12 },
      details: { dimension: 'region', commonest: 'West', rarest: 'South' },
    }),
    imbalance: draft(imbalance, {
      class: 'fact',
      columns: ['returned'],
      location: 'true',
      values: { rare: 84, share: 0.02, common: 4116, n: 4200 },
      details: { dimension: 'returned', rare_value: 'true', common_value: 'false', outcome: true },
    }),
    record: draft(record, {
      class: 'fact',
      columns: ['order_date', 'revenue'],
      location: '2021-12-01',
      values: { highest: 41_234, lowest: 9_876, lowest_ties: 1, mean: 25_720, periods: 48, n: 4200 },
      details: { ...series, highest_period: '2021-12-01', lowest_period: '2019-02-01' },
    }),
    unusual_values: draft(unusualValues, {
      class: 'fact',
      columns: ['revenue'],
      direction: 'higher',
      location: 12_345.5,
      values: {
        count: 12,
        share: 12 / 4200,
        below: 0,
        above: 12,
        lowest_usual: 1.4,
        highest_usual: 811.3,
        nearest_below: null,
        nearest_above: 902.5,
        most_extreme: 12_345.5,
        ties: 1,
        median: 210.4,
        n: 4200,
      },
      details: { measure: 'revenue', scale: 'plain' },
    }),
    trend: draft(trend, {
      columns: ['order_date', 'revenue'],
      direction: 'up',
      values: {
        slope_per_period: 412.3,
        slope_low: 301.2,
        slope_high: 520.9,
        first_level: 15_870,
        last_level: 35_250,
        change: 19_380,
        change_share: 1.2212,
        window: 12,
        fitted_first: 15_100,
        fitted_last: 36_020,
        steps: 1,
        step_before: 17_310,
        step_after: 33_420,
        periods: 48,
        n: 4200,
        p: 1e-7,
      },
      details: { ...series, course: 'accelerating', step_at: '2021-03-01' },
    }),
    level_shift: draft(levelShift, {
      columns: ['order_date', 'revenue'],
      direction: 'down',
      location: '2021-03-01',
      values: {
        level_before: 31_240,
        level_after: 22_410,
        change: -8830,
        change_share: -0.2827,
        change_in_sd: 2.4,
        periods_before: 26,
        periods_after: 22,
        shifts: 1,
        trend_within_p: 0.4,
        periods: 48,
        n: 4200,
        p: 0.0002,
      },
      details: {
        ...series,
        from_before: '2019-01-01',
        to_before: '2021-02-01',
        to_after: '2022-12-01',
        or_trend: true,
      },
    }),
    slope_break: draft(slopeBreak, {
      columns: ['order_date', 'revenue'],
      direction: 'down',
      location: '2021-03-01',
      values: {
        level_from: 15_870,
        level_at: 35_250,
        level_to: 22_410,
        mean_before: 25_310,
        mean_after: 28_120,
        slope_before: 812.4,
        slope_after: -604.1,
        window: 12,
        bends: 1,
        periods: 48,
        n: 4200,
        p: 0.0002,
      },
      details: {
        ...series,
        from_before: '2019-01-01',
        to_after: '2022-12-01',
        move_before: 'rose',
        move_after: 'fell',
        or_course: 'accelerating',
      },
    }),
    variance_change: draft(varianceChange, {
      columns: ['order_date', 'revenue'],
      direction: 'up',
      location: '2021-03-01',
      values: {
        sd_before: 1240,
        sd_after: 3870,
        ratio: 3.121,
        level_before: 25_310,
        level_after: 26_120,
        periods_before: 26,
        periods_after: 22,
        periods: 48,
        n: 4200,
        p: 0.0005,
      },
      details: { ...series, form: 'from', cycle: null },
    }),
    seasonality: draft(seasonality, {
      columns: ['order_date', 'revenue'],
      location: 'December',
      values: {
        period: 12,
        strength: 0.64,
        opposed: null,
        peak_mean: 38_120,
        trough_mean: 14_330,
        weekend_mean: null,
        working_mean: null,
        overall_mean: 25_720,
        cycles: 4,
        periods: 48,
        n: 4200,
        p: 1e-9,
      },
      details: { ...series, cycle: 'year', swing: null, peak: 'December', trough: 'February', parted: null },
    }),
    time_outlier: draft(timeOutlier, {
      columns: ['order_date', 'revenue'],
      direction: 'down',
      location: '2020-04-01',
      values: { value: 4120, expected: 22_310, residual: -18_190, z: -6.4, periods: 48, n: 4200, p: 0.0002 },
      details: series,
    }),
    correlation: draft(correlation, {
      columns: ['revenue', 'shippingCost'],
      direction: 'negative',
      values: { rho: -0.412, rho_low: -0.436, rho_high: -0.387, pearson: -0.398, n: 4200, p: 1e-40 },
      details: { first: 'revenue', second: 'shippingCost', sampled: false, basis: 'rows', entity: null },
    }),
    group_difference: draft(groupDifference, {
      columns: ['channel', 'margin'],
      direction: 'higher',
      location: 'online store',
      values: {
        best_mean: 0.312,
        worst_mean: 0.181,
        next_mean: 0.264,
        rest_mean: 0.204,
        overall_mean: 0.243,
        difference: 0.108,
        difference_low: 0.081,
        difference_high: 0.135,
        groups: 4,
        best_n: 1502,
        n: 4200,
        omega_squared: 0.154,
        hedges_g: 0.91,
        blocks: null,
        blocks_agreeing: null,
        p: 1e-12,
      },
      details: {
        dimension: 'channel',
        measure: 'margin',
        best: 'online store',
        worst: 'Partners',
        next: 'Catalogue',
        left_out: 2,
        within: null,
        course: null,
      },
    }),
    spread_difference: draft(spreadDifference, {
      columns: ['channel', 'margin'],
      direction: 'higher',
      location: 'online store',
      values: {
        best_sd: 0.121,
        best_n: 1502,
        best_mean: 0.312,
        rest_sd: 0.058,
        worst_sd: 0.051,
        ratio: 2.08,
        ratio_low: 1.97,
        ratio_high: 2.2,
        groups: 4,
        n: 4200,
        p: 1e-30,
      },
      details: { dimension: 'channel', measure: 'margin', best: 'online store', worst: 'Partners' },
    }),
    rate_difference: draft(rateDifference, {
      columns: ['channel', 'returned'],
      direction: 'higher',
      location: 'online store',
      values: {
        best_rate: 0.291,
        best_hits: 437,
        best_n: 1502,
        worst_rate: 0.118,
        rest_rate: 0.142,
        rest_hits: 383,
        rest_n: 2698,
        overall_rate: 0.195,
        difference: 0.149,
        difference_low: 0.117,
        difference_high: 0.182,
        ratio: 2.049,
        groups: 4,
        n: 4200,
        p: 1e-12,
      },
      details: {
        dimension: 'channel',
        outcome: 'returned',
        outcome_value: 'true',
        best: 'online store',
        worst: 'Partners',
        left_out: 0,
      },
    }),
    latest_vs_expected: draft(latestVsExpected, {
      columns: ['order_date', 'revenue'],
      direction: 'down',
      location: '2022-12-01',
      values: {
        value: 21_300,
        expected: 28_900,
        low: 25_400,
        high: 32_500,
        residual: -7_600,
        z: -4.2,
        periods: 48,
        n: 4200,
        p: 1e-4,
      },
      details: { ...series, cut: false },
    }),
    forecast: draft(forecast, {
      class: 'fact',
      columns: ['order_date', 'revenue'],
      direction: 'up',
      values: {
        last: 31_200,
        next: 27_600,
        next_low: 24_100,
        next_high: 31_100,
        later: 36_900,
        later_low: 30_200,
        later_high: 43_700,
        horizon: 8,
        relative_error: 0.62,
        coverage: 0.938,
        origins: 10,
        periods: 48,
        n: 4200,
      },
      details: { ...series, next_period: '2023-01-01', later_period: '2023-08-01', season: 12, cut: false },
    }),
    co_movement: draft(coMovement, {
      columns: ['order_date', 'visits', 'revenue'],
      direction: 'positive',
      values: { correlation: 0.58, lag: 3, periods: 48, n: 4200, p: 1e-4 },
      details: {
        time: 'order_date',
        grain: 'month',
        measure: null,
        leader: 'visits',
        follower: 'revenue',
        dimension: null,
        steps: 3,
        from: '2019-01-01',
        to: '2022-12-01',
      },
    }),
    association: draft(association, {
      columns: ['region', 'returned'],
      location: 'South',
      values: { cramers_v: 0.21, cell: 212, share: 0.31, overall_share: 0.12, first_rows: 684, n: 4200, p: 1e-8 },
      details: { first: 'region', second: 'returned', first_value: 'South', second_value: 'true' },
    }),
    segment: {
      ...draft(segment, {
        columns: ['region', 'margin', 'revenue'],
        direction: 'higher',
        values: {
          inside: 512.3,
          inside_n: 318,
          inside_hits: null,
          rest: 276.1,
          rest_n: 3882,
          rest_hits: null,
          first_only: 281.2,
          second_only: 274.9,
          neither: 275.4,
          overall: 293.9,
          n: 4200,
          first_from: null,
          first_below: null,
          second_from: 0.2,
          second_below: 0.3,
          checked_inside: 508.8,
          checked_rest: 277.3,
          checked_n: 2107,
          difference: 231.5,
          difference_low: 198.2,
          difference_high: 264.8,
          g: 1.21,
          p: 1e-14,
        },
        details: {
          first: 'region',
          first_value: 'West',
          second: 'margin',
          second_value: null,
          measure: 'revenue',
          outcome: null,
          outcome_value: null,
          alone: true,
        },
      }),
      subspace: { region: 'West', margin: '0.2 to below 0.3' },
    },
    interaction: draft(interaction, {
      columns: ['channel', 'region', 'margin'],
      direction: 'lower',
      location: 'South',
      values: {
        own_here: 0.21,
        other_here: 0.26,
        own_elsewhere: 0.31,
        other_elsewhere: 0.2,
        slope_here: null,
        slope_elsewhere: null,
        here_n: 684,
        difference: -0.16,
        difference_low: -0.19,
        difference_high: -0.13,
        explained: 0.12,
        levels: 4,
        n: 4200,
        p: 1e-12,
      },
      details: {
        form: 'means',
        first: 'channel',
        second: 'region',
        measure: 'margin',
        group: 'online store',
        rest: 'Partners',
        level: 'South',
        other_level: null,
      },
    }),
    key_drivers: draft(keyDrivers, {
      columns: ['margin', 'channel', 'revenue'],
      location: 'channel',
      values: {
        explained: 0.62,
        first_importance: 0.48,
        second_importance: 0.21,
        held_out: 2087,
        columns: 9,
        n: 4200,
        p: 1e-30,
      },
      details: {
        measure: 'margin',
        first: 'channel',
        second: 'revenue',
        predictors: '["channel","revenue","region"]',
        sampled: false,
      },
    }),
    common_pattern: draft(commonPattern, {
      columns: ['order_date', 'region', 'revenue'],
      direction: 'up',
      location: 'South',
      values: {
        members: 9,
        siblings: 11,
        exception_first: 120,
        exception_last: 81,
        periods: 48,
        n: 4200,
        p: 1e-5,
      },
      details: {
        ...series,
        entity: 'region',
        exception: 'South',
        exception_pattern: 'down',
        others: '["West 2"]',
      },
    }),
    simpson_reversal: draft(simpsonReversal, {
      columns: ['channel', 'returned', 'region'],
      direction: 'higher',
      location: 'online store',
      values: {
        own: 0.445,
        other: 0.304,
        overall: 0.141,
        overall_low: 0.112,
        overall_high: 0.17,
        within: -0.042,
        within_low: -0.07,
        within_high: -0.014,
        levels: 6,
        against: 4,
        level_own: 0.621,
        level_other: 0.824,
        n: 4200,
        p: 3e-4,
      },
      details: {
        form: 'rates',
        first: 'channel',
        second: 'returned',
        control: 'region',
        binned: false,
        group: 'online store',
        rest: 'Partners',
        value: 'true',
        level: 'South',
        sampled: false,
      },
    }),
    derived_column: draft(derivedColumn, {
      class: 'fact',
      columns: ['revenue', 'units', 'net_2'],
      values: {
        n: 4200,
        fits: 4193,
        largest: 0.005,
        factor: 100,
        offset: null,
        parts: null,
        low_end: null,
        high_start: null,
        pearson: null,
      },
      details: {
        form: 'product',
        whole: 'revenue',
        first: 'units',
        second: 'net_2',
        parts: null,
        other_parts: null,
        word: null,
      },
    }),
    multimodal: draft(multimodal, {
      columns: ['margin'],
      values: {
        parts: 2,
        low_place: 0.181,
        low_share: 0.356,
        middle_place: null,
        middle_share: null,
        high_place: 0.402,
        high_share: 0.644,
        valley: 0.29,
        dip: 0.041,
        valley_depth: 0.83,
        n: 4200,
        p: 1e-9,
      },
      details: { measure: 'margin', sampled: false },
    }),
    missing: draft(missing, {
      class: 'quality',
      columns: ['margin'],
      values: { missing: 281, share: 281 / 4200, n: 4200 },
      details: { column: 'margin' },
    }),
    nonlinear_dependence: draft(nonlinearDependence, {
      columns: ['shippingCost', 'margin'],
      values: {
        xi: 0.41,
        rho: 0.06,
        place: 11.5,
        low_mean: 0.12,
        middle_mean: 0.34,
        high_mean: 0.15,
        n: 4200,
        p: 1e-30,
      },
      details: { first: 'shippingCost', second: 'margin', form: 'peak', sampled: false, basis: 'rows' },
    }),
    cluster: draft(cluster, {
      columns: ['revenue', 'shippingCost', 'margin'],
      values: {
        clusters: 2,
        share_a: 0.62,
        share_b: 0.38,
        share_c: null,
        share_d: null,
        first_a: 120.4,
        first_b: 840.2,
        first_c: null,
        first_d: null,
        second_a: 0.31,
        second_b: 0.12,
        second_c: null,
        second_d: null,
        third_a: null,
        third_b: null,
        third_c: null,
        third_d: null,
        n: 4200,
        p: 1e-12,
      },
      details: { first: 'revenue', second: 'margin', third: null, sampled: false },
    }),
    heaping: draft(heaping, {
      class: 'quality',
      columns: ['shippingCost'],
      location: '0 or 5',
      values: { rows: 2604, share: 0.62, expected_share: 0.2, n: 4200 },
      details: { measure: 'shippingCost', digits: '0 or 5', end: null, decimals: 0 },
    }),
    precision: draft(precision, {
      class: 'quality',
      columns: ['margin'],
      values: { coarse_rows: 2100, coarse_share: 0.5, step: null, n: 4200 },
      details: { measure: 'margin', coarse: 0, fine: 3 },
    }),
    label_variants: draft(labelVariants, {
      class: 'quality',
      columns: ['city'],
      location: 'paris',
      values: { variants: 3, rows: 21, variant_rows: 12, common_rows: 812, n: 4200 },
      details: { dimension: 'city', variant: 'paris', common: 'Paris' },
    }),
    mixed_types: draft(mixedTypes, {
      class: 'quality',
      columns: ['revenue'],
      values: { count: 12, share: 12 / 4200, n: 4200 },
      details: { column: 'revenue', kind: 'number', read: true, examples: '“12,x” and “n.v.”' },
    }),
    unit_mix: draft(unitMix, {
      class: 'quality',
      columns: ['net_2', 'order_date'],
      location: '2021-05-04',
      values: { factor: 1000, rows: 1800, share: 1800 / 4200, small_median: 21.3, large_median: 21_450, n: 4200 },
      details: { measure: 'net_2', time: 'order_date', from: '2021-05-04', side: 'from', grain: 'day' },
    }),
    benford: draft(benford, {
      class: 'quality',
      columns: ['revenue'],
      location: 4,
      values: { mean_deviation: 0.062, digit_share: 0.46, expected_share: Math.log10(1.25), n: 4200 },
      details: { measure: 'revenue', digit: '4' },
    }),
    missing_pattern: draft(missingPattern, {
      class: 'quality',
      columns: ['margin', 'region'],
      location: 'South',
      values: {
        missing: 281,
        part_missing: 212,
        part_rows: 684,
        part_share: 212 / 684,
        rest_share: 0.0196,
        gap_mean: null,
        rest_mean: null,
        n: 4200,
      },
      details: { column: 'margin', other: 'region', all: null, category: 'South', form: 'category' },
    }),
    duplicates: draft(duplicates, {
      class: 'quality',
      values: { duplicates: 3, share: 3 / 4200, n: 4200 },
      details: {},
    }),
    constant: draft(constant, {
      class: 'quality',
      columns: ['currency'],
      location: 'EUR',
      values: { top_count: 4200, share: 1, n: 4200 },
      details: { column: 'currency', value: 'EUR' },
    }),
    identifier: draft(identifier, {
      class: 'quality',
      columns: ['order_id'],
      values: { distinct: 4200, n: 4200 },
      details: { column: 'order_id' },
    }),
    sentinel: draft(sentinel, {
      class: 'quality',
      columns: ['net_2'],
      location: -999,
      values: { count: 14, share: 14 / 4200, nearest: 3.2, n: 4200 },
      details: { column: 'net_2', code: '-999' },
    }),
    time_gaps: draft(timeGaps, {
      class: 'quality',
      columns: ['order_date'],
      location: '2021-03-01',
      values: { missing: 12, longest: 9, periods: 1461, n: 4200 },
      details: { time: 'order_date', grain: 'day', from: '2021-03-01', to: '2021-03-09' },
    }),
    future_dates: draft(futureDates, {
      class: 'quality',
      columns: ['order_date'],
      location: '2046-12-31',
      values: { rows: 7, share: 0.0017, n: 4200 },
      details: { time: 'order_date', grain: 'day', today: '2026-11-28', latest: '2046-12-31' },
    }),
  } satisfies Record<string, InsightDraft>
}

function column(name: string, overrides: Partial<ProfiledColumn> = {}): ProfiledColumn {
  return {
    name,
    type: 'number',
    role: 'measure',
    nulls: 0,
    distinct: 100,
    stats: {},
    storage: 'DOUBLE',
    format: null,
    unreadable: { count: 0, examples: [] },
    ...overrides,
  }
}

export function salesTable(): ProfiledTable {
  return {
    name: 'sales',
    sheet: null,
    file: 'sales.parquet',
    rows: 4200,
    droppedRows: 2,
    notes: ['2 empty rows at the end were left out.'],
    columns: [
      column('order_id', { type: 'identifier', role: 'identifier', storage: 'VARCHAR' }),
      column('order_date', {
        type: 'date',
        role: 'time',
        storage: 'DATE',
        stats: { min: '2019-01-01', max: '2022-12-31' },
      }),
      column('region', { type: 'category', role: 'dimension', storage: 'VARCHAR' }),
      column('city', { type: 'category', role: 'dimension', storage: 'VARCHAR' }),
      column('channel', { type: 'category', role: 'dimension', storage: 'VARCHAR' }),
      column('revenue', { format: 'currency:EUR', unreadable: { count: 1, examples: [{ row: 7, text: 'n/a 5' }] } }),
      column('net_2'),
      column('shippingCost', { format: 'currency:EUR' }),
      column('margin', { format: 'percent' }),
      column('currency', { type: 'category', role: 'dimension', storage: 'VARCHAR' }),
      column('returned', { type: 'boolean', role: 'dimension', storage: 'BOOLEAN' }),
    ],
  }
}

export function analysisOf(insights: readonly InsightDraft[]): StageInput<'narrate'>['analysis'] {
  const findings = insights.filter((insight) => insight.class === 'finding')
  const keptOf = (type: string): number => findings.filter((insight) => insight.type === type).length
  return {
    tables: [salesTable()],
    insights: [...insights],
    method: {
      testsRun: 120,
      kept: findings.length,
      q: 0.05,
      families: [
        { name: 'trend month', tests: 12, simes: 0.001, selected: true, kept: keptOf('trend') },
        { name: 'correlation', tests: 6, simes: 0.3, selected: false, kept: keptOf('correlation') },
        { name: 'group_difference', tests: 30, simes: 0.6, selected: false, kept: keptOf('group_difference') },
      ],
      sampled: false,
      rowsAnalysed: 4200,
    },
  }
}

export const salesSource = { path: '/nowhere/sales.csv', name: 'sales.csv', bytes: 123_456 }
