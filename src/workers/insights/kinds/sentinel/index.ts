/** Values that stand for "missing". */
import { defineKind } from '../../kind.ts'
import { detectSentinel } from './detect.ts'
import { names } from './names.ts'
import { saySentinel } from './say.ts'
import { words } from './words/index.ts'

export const sentinel = defineKind({
  type: 'sentinel',
  names,
  detectors: [detectSentinel],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: saySentinel,
  picture: null,
  derivations: {},
  twins: null,
  isCaveatOf: (own, statement) => own.columns.some((column) => statement.columns.includes(column)),
})
