/** Rows without a value, column by column. */
import { defineKind } from '../../kind.ts'
import { detectMissing } from './detect.ts'
import { drawMissing } from './draw.ts'
import { names } from './names.ts'
import { sayMissing } from './say.ts'
import { words } from './words/index.ts'

/** From this share of missing values on, a statement about the column says so. */
const tellingShare = 0.05

export const missing = defineKind({
  type: 'missing',
  names,
  detectors: [detectMissing],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayMissing,
  picture: { name: 'missing', draw: drawMissing, ofTable: true },
  derivations: {},
  twins: null,
  isCaveatOf: (own, statement) =>
    own.columns.some(
      (column) => statement.columns.includes(column) && !statement.caveats.some((caveat) => caveat.includes(column)),
    ) && Number(own.evidence.values.share ?? 0) >= tellingShare,
})
