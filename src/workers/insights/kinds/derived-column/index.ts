/** Two columns that hold the same; found while correlations are looked for. */
import { defineKind } from '../../kind.ts'
import { names } from './names.ts'
import { sayDerivedColumn } from './say.ts'

export const derivedColumn = defineKind({
  type: 'derived_column',
  names,
  detectors: [],
  chapter: null,
  soughtFor: null,
  large: null,
  say: sayDerivedColumn,
  picture: null,
  derivations: {},
  twins: null,
})
