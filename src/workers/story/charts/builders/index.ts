/** One builder a kind of insight; null where a picture would add nothing to the sentence. */
import type { DetectedType } from '../../../analysis/values.ts'
import type { BuildChart } from '../builder.ts'
import { buildAssociation, buildGroupDifference } from './groups.ts'
import { buildSkew, buildUnusualValues } from './histogram.ts'
import { buildLevelShift, buildRecord, buildTimeOutlier, buildTrend } from './line.ts'
import { buildMissing } from './missing.ts'
import { buildCorrelation } from './scatter.ts'
import { buildSeasonality } from './seasonality.ts'
import { buildShare } from './share.ts'

export const builders: { readonly [Type in DetectedType]: BuildChart | null } = {
  total: null,
  dominance: buildShare,
  concentration: buildShare,
  record: buildRecord,
  skew: buildSkew,
  unusual_values: buildUnusualValues,
  trend: buildTrend,
  seasonality: buildSeasonality,
  time_outlier: buildTimeOutlier,
  level_shift: buildLevelShift,
  correlation: buildCorrelation,
  group_difference: buildGroupDifference,
  association: buildAssociation,
  derived_column: null,
  missing: buildMissing,
  duplicates: null,
  constant: null,
  identifier: null,
  sentinel: null,
  time_gaps: null,
}

/** Kinds that draw the same picture of the same columns: the first of them in a story is drawn, others refer to it. */
export const pictureOf: { readonly [Type in DetectedType]: string } = {
  total: 'total',
  dominance: 'share',
  concentration: 'share',
  record: 'series',
  skew: 'histogram',
  unusual_values: 'histogram',
  trend: 'trend',
  seasonality: 'season',
  time_outlier: 'outlier',
  level_shift: 'level',
  correlation: 'scatter',
  group_difference: 'groups',
  association: 'rates',
  derived_column: 'derived',
  missing: 'missing',
  duplicates: 'duplicates',
  constant: 'constant',
  identifier: 'identifier',
  sentinel: 'sentinel',
  time_gaps: 'gaps',
}
