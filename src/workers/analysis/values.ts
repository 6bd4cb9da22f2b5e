/**
 * The names table: for each kind of insight, which numbers its `evidence.values` holds and which names its `details`
 * and `location` hold. Sentences and charts are written from it; a test checks that every draft has exactly these.
 *
 * All of `values` are numbers, or null where noted. Shares run from 0 to 1. Numbers with a unit are in the column's own.
 * Periods are ISO texts of their start: `2024-03-01`, or `2024-03-01T14:00:00.000Z` for hours.
 */
import type { InsightType } from '../../shared/story/insight.ts'

interface Names {
  readonly values: Readonly<Record<string, string>>
  readonly details: Readonly<Record<string, string>>
  /** What `location` holds; absent when the statement holds for the whole table. */
  readonly location?: string
  /** What `columns` holds, in this order. */
  readonly columns: readonly string[]
}

/** Every detail of a statement about a time series. */
const seriesDetails = {
  time: 'name of the time column',
  measure: 'name of the measure, or null when rows are counted',
  grain: 'hour, day, week, month, quarter or year',
  aggregate: 'sum, mean or count: how the rows of a period were made one number',
  from: 'first period analysed',
  to: 'last period analysed',
  dropped: 'how many partial first and last periods were left out: 0, 1 or 2',
} as const

export const insightNames = {
  total: {
    columns: ['measure'],
    values: {
      total: 'sum over all rows',
      mean: 'total divided by n',
      median: 'middle value',
      n: 'rows with a value',
    },
    details: { measure: 'name of the measure' },
  },
  dominance: {
    columns: ['dimension', 'measure (absent when rows are counted)'],
    location: 'the dominant category',
    values: {
      share: 'part of the whole that the dominant category holds',
      top: "the dominant category's own total or number of rows",
      runner_up_share: "the next category's part of the whole",
      total: 'the whole',
      groups: 'categories',
      n: 'rows with a category (and a value)',
    },
    details: {
      dimension: 'name of the dimension',
      measure: 'name of the measure, or null when rows are counted',
      best: 'the dominant category',
      runner_up: 'the next category',
    },
  },
  concentration: {
    columns: ['dimension', 'measure (absent when rows are counted)'],
    location: 'the largest category',
    values: {
      gini: 'Gini coefficient of the totals by category',
      top_share: 'part of the whole that the largest categories hold',
      top_groups: 'how many categories that is: the fewest that together hold at least half',
      groups: 'categories',
      total: 'the whole',
      n: 'rows with a category (and a value)',
    },
    details: {
      dimension: 'name of the dimension',
      measure: 'name of the measure, or null when rows are counted',
      best: 'the largest category',
    },
  },
  record: {
    columns: ['time', 'measure (absent when rows are counted)'],
    location: 'the period with the highest value',
    values: {
      highest: 'highest value of a period',
      lowest: 'lowest value of a period',
      mean: 'mean over the periods',
      periods: 'periods with a value',
      n: 'rows in those periods',
    },
    details: { ...seriesDetails, highest_period: 'where the highest is', lowest_period: 'where the lowest is' },
  },
  skew: {
    columns: ['measure'],
    values: {
      skewness: 'third standardised moment, centred',
      mean: 'mean',
      median: 'median',
      n: 'rows with a value',
    },
    details: { measure: 'name of the measure' },
  },
  unusual_values: {
    columns: ['measure'],
    location: 'the most extreme value',
    values: {
      count: 'values outside the usual range',
      share: 'count divided by n',
      lowest_usual: 'lower end of the usual range',
      highest_usual: 'upper end of the usual range',
      most_extreme: 'the value furthest from the median',
      median: 'median',
      n: 'rows with a value',
    },
    details: { measure: 'name of the measure' },
  },
  trend: {
    columns: ['time', 'measure (absent when rows are counted)'],
    values: {
      slope_per_period: "Sen's slope: change from one period to the next",
      slope_low: 'lower end of its 95 % interval',
      slope_high: 'upper end of its 95 % interval',
      first_level: 'level of the fitted line at the first period',
      last_level: 'level of the fitted line at the last period',
      change: 'last_level less first_level',
      change_share: 'change divided by first_level; null when that is near zero or the sign changes',
      periods: 'periods with a value',
      n: 'rows in those periods',
      p: 'Mann–Kendall, corrected for autocorrelation',
    },
    details: seriesDetails,
  },
  seasonality: {
    columns: ['time', 'measure (absent when rows are counted)'],
    location: 'name of the phase with the highest mean (details.peak)',
    values: {
      period: 'periods in a cycle',
      strength: 'part of the variance beside the trend that the season explains',
      peak_mean: 'mean of the highest phase',
      trough_mean: 'mean of the lowest phase',
      overall_mean: 'mean over all periods',
      cycles: 'whole cycles seen',
      periods: 'periods with a value',
      n: 'rows in those periods',
      p: 'pre-whitened F test of the phases',
    },
    details: {
      ...seriesDetails,
      cycle: 'day, week, year, or null when the cycle has no calendar name',
      peak: 'highest phase: July, Friday, 14:00, second quarter, or a number from 1',
      trough: 'lowest phase, likewise',
    },
  },
  time_outlier: {
    columns: ['time', 'measure (absent when rows are counted)'],
    location: 'the period',
    values: {
      value: 'what was measured in that period',
      expected: 'what trend and season let one expect',
      residual: 'value less expected',
      z: 'residual in robust standard deviations',
      periods: 'periods with a value',
      n: 'rows in those periods',
      p: 'test of the most extreme residual among all periods',
    },
    details: seriesDetails,
  },
  level_shift: {
    columns: ['time', 'measure (absent when rows are counted)'],
    location: 'first period at the new level',
    values: {
      before_mean: 'mean of the periods before',
      after_mean: 'mean of the periods from the shift on',
      change: 'after_mean less before_mean',
      change_share: 'change divided by before_mean; null when that is near zero',
      periods: 'periods with a value',
      n: 'rows in those periods',
      p: 'sup-F against an AR(1) series without a shift',
    },
    details: seriesDetails,
  },
  correlation: {
    columns: ['measure', 'measure'],
    values: {
      rho: "Spearman's rank correlation",
      rho_low: 'lower end of its 95 % interval',
      rho_high: 'upper end of its 95 % interval',
      pearson: "Pearson's correlation",
      n: 'rows with both values (of the sample, when details.sampled)',
      p: 'test of no association',
    },
    details: {
      first: 'name of the first measure',
      second: 'name of the second',
      sampled: 'true when computed on a deterministic sample of the rows',
      basis:
        "`rows`; `changes` when tested on the rows' changes from one to the next in time; `entities` when tested on the mean of each entity of a panel, n counting entities",
      entity: 'what an entity is, by column name, when basis is entities; else null',
    },
  },
  group_difference: {
    columns: ['dimension', 'measure'],
    location: 'the group that differs most from the rest (details.best)',
    values: {
      best_mean: 'mean of the group at `location`: the highest when direction is higher, else the lowest',
      worst_mean: 'mean of the group at the other end (details.worst)',
      rest_mean: 'mean of all rows outside the group at `location`',
      overall_mean: 'mean of all rows',
      difference: 'best_mean less rest_mean',
      difference_low: 'lower end of its 95 % interval (Welch)',
      difference_high: 'upper end of its 95 % interval',
      groups: 'groups compared',
      best_n: 'rows in the group at `location`',
      n: 'rows compared',
      omega_squared: 'part of the variance that the groups account for',
      hedges_g: 'difference in standard deviations',
      p: 'test that all groups are alike',
    },
    details: {
      dimension: 'name of the dimension',
      measure: 'name of the measure',
      best: 'the group at `location`',
      worst: 'the group at the other end',
      left_out: 'groups left out for having fewer than 5 rows',
    },
  },
  association: {
    columns: ['dimension', 'dimension'],
    location: 'category of the first dimension that stands out (details.first_value)',
    values: {
      cramers_v: "Cramér's V, bias-corrected",
      cell: 'rows with both categories',
      share: 'of the rows with the first category, the part with the second',
      overall_share: 'of all rows, the part with the second category',
      first_rows: 'rows with the first category',
      n: 'rows with both columns filled',
      p: 'G test of independence',
    },
    details: {
      first: 'name of the first dimension',
      second: 'name of the second',
      first_value: 'category of the first',
      second_value: 'category of the second',
    },
  },
  derived_column: {
    columns: ['measure', 'measure'],
    values: {
      pearson: "Pearson's correlation",
      n: 'rows with both values',
    },
    details: { first: 'name of the first', second: 'name of the second' },
  },
  missing: {
    columns: ['column'],
    values: { missing: 'rows without a value', share: 'missing divided by n', n: 'rows of the table' },
    details: { column: 'name of the column' },
  },
  duplicates: {
    columns: [],
    values: {
      duplicates: 'rows that repeat an earlier row in every column',
      share: 'duplicates divided by n',
      n: 'rows of the table',
    },
    details: {},
  },
  constant: {
    columns: ['column'],
    location: 'the value',
    values: { top_count: 'rows with that value', share: 'top_count divided by n', n: 'rows with a value' },
    details: { column: 'name of the column', value: 'the value as text' },
  },
  identifier: {
    columns: ['column'],
    values: { distinct: 'different values', n: 'rows with a value' },
    details: { column: 'name of the column' },
  },
  sentinel: {
    columns: ['column'],
    location: 'the value',
    values: {
      count: 'rows with that value',
      share: 'count divided by n',
      nearest: 'the value nearest to it',
      n: 'rows with a value',
    },
    details: { column: 'name of the column', code: 'the value as text' },
  },
  time_gaps: {
    columns: ['time'],
    location: 'first period of the longest gap (details.from)',
    values: {
      missing: 'periods without rows, in all',
      longest: 'periods of the longest gap',
      periods: 'periods from the first to the last with rows',
      n: 'rows in those periods',
    },
    details: {
      time: 'name of the time column',
      grain: 'hour, day, week, month, quarter or year',
      from: 'first period of the longest gap',
      to: 'last period of the longest gap',
    },
  },
} as const satisfies Partial<Record<InsightType, Names>>

/** The kinds of insight that have detectors. */
export type DetectedType = keyof typeof insightNames
export type ValueName<Type extends DetectedType> = keyof (typeof insightNames)[Type]['values'] & string
export type DetailName<Type extends DetectedType> = keyof (typeof insightNames)[Type]['details'] & string
