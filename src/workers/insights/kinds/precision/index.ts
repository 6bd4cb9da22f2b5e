/** How finely the values of a measure are written. */
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectPrecision } from './detect.ts'
import { names } from './names.ts'
import { sayPrecision } from './say.ts'

export const precision = defineKind({
  type: 'precision',
  names,
  detectors: [detectPrecision],
  chapter: null,
  soughtFor: null,
  large: null,
  say: sayPrecision,
  picture: null,
  derivations: {},
  twins: null,
  superseded: { inClass: (own, other) => other.statement.type === 'heaping' && sameColumns(own, other) },
})
