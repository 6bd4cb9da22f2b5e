/** One wording a kind of insight. A kind that is detected but not worded does not compile. */
import type { InsightDraft, InsightType } from '../../../shared/story/insight.ts'
import type { DetectedType } from '../../analysis/values.ts'
import { capitalised, type Phrase, sentence } from '../phrase.ts'
import { type Surroundings, voiceOf } from '../voice.ts'
import { sayAssociation } from './association.ts'
import { sayConcentration } from './concentration.ts'
import { sayCorrelation } from './correlation.ts'
import { sayDerivedColumn } from './derived-column.ts'
import { sayDominance } from './dominance.ts'
import { sayGroupDifference } from './group-difference.ts'
import { sayLevelShift } from './level-shift.ts'
import { sayConstant, sayDuplicates, sayIdentifier, sayMissing, saySentinel, sayTimeGaps } from './quality.ts'
import { sayRecord } from './record.ts'
import { saySeasonality } from './seasonality.ts'
import type { Say, Wording } from './sentence.ts'
import { saySkew } from './skew.ts'
import { sayTimeOutlier } from './time-outlier.ts'
import { sayTotal } from './total.ts'
import { sayTrend } from './trend.ts'
import { sayUnusualValues } from './unusual-values.ts'

export const sentences: { readonly [Type in DetectedType]: Say<Type> } = {
  total: sayTotal,
  dominance: sayDominance,
  concentration: sayConcentration,
  record: sayRecord,
  skew: saySkew,
  unusual_values: sayUnusualValues,
  trend: sayTrend,
  seasonality: saySeasonality,
  time_outlier: sayTimeOutlier,
  level_shift: sayLevelShift,
  correlation: sayCorrelation,
  group_difference: sayGroupDifference,
  association: sayAssociation,
  derived_column: sayDerivedColumn,
  missing: sayMissing,
  duplicates: sayDuplicates,
  constant: sayConstant,
  identifier: sayIdentifier,
  sentinel: saySentinel,
  time_gaps: sayTimeGaps,
}

export function isWorded(type: InsightType): type is DetectedType {
  return type in sentences
}

/** What an insight says. The claim is a whole sentence; the headline has no full stop, support is as clauses. */
export function wordingOf(draft: InsightDraft, surroundings: Surroundings): Wording {
  if (!isWorded(draft.type)) throw new Error(`No sentence is written for insights of type ${draft.type}`)
  const { headline, claim, support } = wordingOfType(draft.type, draft, surroundings)
  return {
    headline: capitalised(headline),
    claim: sentence(claim),
    support: support.filter((phrase) => phrase.text !== ''),
  }
}

function wordingOfType<Type extends DetectedType>(
  type: Type,
  draft: InsightDraft,
  surroundings: Surroundings,
): Wording {
  return sentences[type](voiceOf<Type>(draft, surroundings))
}

/** Words of a phrase, for the limit on headlines. */
export function wordCount(phrase: Phrase): number {
  return phrase.text.split(/\s+/).filter((word) => word !== '').length
}
