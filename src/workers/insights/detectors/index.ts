/** Every kind of statement the engine looks for, in the order in which they are looked for. */
import type { Detector } from '../detector.ts'
import { association } from './association.ts'
import { concentration } from './concentration.ts'
import { constant } from './constant.ts'
import { correlation } from './correlation.ts'
import { dominance } from './dominance.ts'
import { duplicates } from './duplicates.ts'
import { groupDifference } from './group-difference.ts'
import { identifier } from './identifier.ts'
import { missing } from './missing.ts'
import { record } from './record.ts'
import { seasonality, seasonalityFine } from './seasonality.ts'
import { sentinel } from './sentinel.ts'
import { timeGaps } from './time-gaps.ts'
import { timeOutlier, timeOutlierFine } from './time-outlier.ts'
import { total } from './total.ts'
import { trend } from './trend.ts'
import { unusualValues } from './unusual-values.ts'

export const detectors: readonly Detector[] = [
  missing,
  duplicates,
  constant,
  identifier,
  sentinel,
  timeGaps,
  total,
  dominance,
  concentration,
  record,
  unusualValues,
  seasonality,
  seasonalityFine,
  trend,
  timeOutlier,
  timeOutlierFine,
  correlation,
  groupDifference,
  association,
]
