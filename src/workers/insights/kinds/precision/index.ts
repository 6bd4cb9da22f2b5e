/** How finely the values of a measure are written. */
import { defineKind } from '../../kind.ts'
import { detectPrecision } from './detect.ts'
import { names } from './names.ts'
import { sayPrecision } from './say.ts'
import { words } from './words/index.ts'

export const precision = defineKind({
  type: 'precision',
  names,
  detectors: [detectPrecision],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayPrecision,
  picture: null,
  derivations: {},
  twins: null,
  superseded: {
    inClass: (own, other) =>
      ['heaping', 'unit_mix'].includes(other.statement.type) && other.statement.columns[0] === own.statement.columns[0],
  },
})
