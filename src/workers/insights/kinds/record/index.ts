/** The highest and the lowest period of a series. */
import { recordNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import { detectRecord } from './detect.ts'
import { drawRecord } from './draw.ts'
import { names } from './names.ts'
import { sayRecord } from './say.ts'
import { words } from './words/index.ts'

export const record = defineKind({
  type: 'record',
  names,
  detectors: [detectRecord],
  chapter: 'change',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayRecord,
  claims: ({ details }) => [
    { claim: 'above', greater: 'highest', less: 'lowest' },
    { claim: 'observed', value: 'highest', column: String(details.measure) },
    { claim: 'observed', value: 'lowest', column: String(details.measure) },
  ],
  picture: { name: 'series', draw: drawRecord, seenIn: ['trend', 'outlier'] },
  derivations: { record: recordNumbers },
  twins: 'extreme',
})
