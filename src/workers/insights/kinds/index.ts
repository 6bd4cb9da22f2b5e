/** The kinds of insight, in the order in which they are looked for and listed. A new one is its folder and a line here. */
import type { InsightType } from '../../../shared/story/insight.ts'
import type { InsightKind } from '../kind.ts'
import { answer } from './answer/index.ts'
import { association } from './association/index.ts'
import { benford } from './benford/index.ts'
import { changeDecomposition } from './change-decomposition/index.ts'
import { cluster } from './cluster/index.ts'
import { coMovement } from './co-movement/index.ts'
import { commonPattern } from './common-pattern/index.ts'
import { concentration } from './concentration/index.ts'
import { constant } from './constant/index.ts'
import { correlation } from './correlation/index.ts'
import { derivedColumn } from './derived-column/index.ts'
import { dominance } from './dominance/index.ts'
import { duplicates } from './duplicates/index.ts'
import { evenness } from './evenness/index.ts'
import { forecast } from './forecast/index.ts'
import { futureDates } from './future-dates/index.ts'
import { groupDifference } from './group-difference/index.ts'
import { heaping } from './heaping/index.ts'
import { identifier } from './identifier/index.ts'
import { imbalance } from './imbalance/index.ts'
import { interaction } from './interaction/index.ts'
import { keyDrivers } from './key-drivers/index.ts'
import { labelVariants } from './label-variants/index.ts'
import { latestVsExpected } from './latest-vs-expected/index.ts'
import { levelShift } from './level-shift/index.ts'
import { missing } from './missing/index.ts'
import { missingPattern } from './missing-pattern/index.ts'
import { mixedTypes } from './mixed-types/index.ts'
import { multimodal } from './multimodal/index.ts'
import { nonlinearDependence } from './nonlinear-dependence/index.ts'
import { outstanding } from './outstanding/index.ts'
import { precision } from './precision/index.ts'
import { rateDifference } from './rate-difference/index.ts'
import { record } from './record/index.ts'
import { seasonality } from './seasonality/index.ts'
import { segment } from './segment/index.ts'
import { sentinel } from './sentinel/index.ts'
import { simpsonReversal } from './simpson-reversal/index.ts'
import { skew } from './skew/index.ts'
import { slopeBreak } from './slope-break/index.ts'
import { spreadDifference } from './spread-difference/index.ts'
import { timeGaps } from './time-gaps/index.ts'
import { timeOutlier } from './time-outlier/index.ts'
import { total } from './total/index.ts'
import { trend } from './trend/index.ts'
import { typical } from './typical/index.ts'
import { unitMix } from './unit-mix/index.ts'
import { unusualValues } from './unusual-values/index.ts'
import { varianceChange } from './variance-change/index.ts'
import { zeroInflation } from './zero-inflation/index.ts'

export const kinds: readonly InsightKind[] = [
  missing,
  missingPattern,
  duplicates,
  constant,
  identifier,
  sentinel,
  unitMix,
  mixedTypes,
  labelVariants,
  heaping,
  precision,
  benford,
  timeGaps,
  futureDates,
  total,
  typical,
  multimodal,
  skew,
  zeroInflation,
  dominance,
  concentration,
  outstanding,
  evenness,
  imbalance,
  record,
  unusualValues,
  levelShift,
  slopeBreak,
  changeDecomposition,
  trend,
  commonPattern,
  seasonality,
  varianceChange,
  timeOutlier,
  latestVsExpected,
  forecast,
  groupDifference,
  rateDifference,
  spreadDifference,
  correlation,
  coMovement,
  nonlinearDependence,
  cluster,
  simpsonReversal,
  segment,
  interaction,
  keyDrivers,
  derivedColumn,
  association,
  answer,
]

const byType: ReadonlyMap<InsightType, InsightKind> = new Map(kinds.map((kind) => [kind.type, kind]))

/** Throws for a type of which there is no kind: statements are made by detectors of the registry alone. */
export function kindOf(type: InsightType): InsightKind {
  const kind = byType.get(type)
  if (kind === undefined) throw new Error(`No kind of insight is registered as ${type}`)
  return kind
}
