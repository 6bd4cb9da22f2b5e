/** What is usual: the middle of a measure, the commonest category of a dimension. */
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectTypical } from './detect.ts'
import { drawTypical } from './draw.ts'
import { names } from './names.ts'
import { sayTypical } from './say.ts'

export const typical = defineKind({
  type: 'typical',
  names,
  detectors: [detectTypical],
  chapter: 'picture',
  soughtFor: null,
  large: null,
  say: sayTypical,
  picture: { name: 'typical', draw: drawTypical, seenIn: ['histogram', 'share'] },
  derivations: {},
  twins: null,
  isBaseOf: (own, finding) => own.details.outcome === true && finding.details.outcome === own.details.dimension,
  superseded: {
    // A category that holds half of the rows is more than the commonest.
    inClass: (own, other) => other.statement.type === 'dominance' && sameColumns(own, other),
  },
})
