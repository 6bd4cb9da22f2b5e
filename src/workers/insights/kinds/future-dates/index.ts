/** Dates that have not come yet. */
import { defineKind } from '../../kind.ts'
import { detectFutureDates } from './detect.ts'
import { names } from './names.ts'
import { sayFutureDates } from './say.ts'
import { words } from './words/index.ts'

export const futureDates = defineKind({
  type: 'future_dates',
  names,
  detectors: [detectFutureDates],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayFutureDates,
  picture: null,
  derivations: {},
  twins: null,
})
