/** What is usual: the middle of a measure, the commonest category of a dimension. */
import type { InsightType } from '../../../../shared/story/insight.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { sameColumns } from '../../superseding.ts'
import { detectTypical } from './detect.ts'
import { drawTypical } from './draw.ts'
import { names } from './names.ts'
import { sayTypical } from './say.ts'
import { words } from './words/index.ts'

const tellMore: ReadonlySet<InsightType> = new Set(['dominance', 'outstanding', 'imbalance', 'evenness'])

function tellsMore(own: Ranked, other: Ranked): boolean {
  return tellMore.has(other.statement.type) && other.statement.direction !== 'lower' && sameColumns(own, other)
}

export const typical = defineKind({
  type: 'typical',
  names,
  detectors: [detectTypical],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayTypical,
  claims: ({ details }) =>
    (['highest', 'lowest'] as const).flatMap((end) =>
      details[end] === null || details.measure === null
        ? []
        : [{ claim: 'observed', value: end, column: String(details.measure) } as const],
    ),
  picture: { name: 'typical', draw: drawTypical, seenIn: ['histogram', 'share'] },
  derivations: {},
  twins: null,
  isBaseOf: (own, finding) => own.details.outcome === true && finding.details.outcome === own.details.dimension,
  superseded: {
    // A category that holds half of the rows, or is first by far, is more than the commonest; of two values one that is
    // rare, and of many that are equally common, no one is the thing to tell.
    inClass: tellsMore,
  },
})
