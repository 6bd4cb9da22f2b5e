/** A series that rises or falls over its whole length. */
import { trendNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import { detectTrend } from './detect.ts'
import { drawTrend } from './draw.ts'
import { names } from './names.ts'
import { sayTrend } from './say.ts'

export const trend = defineKind({
  type: 'trend',
  names,
  detectors: [detectTrend],
  chapter: 'change',
  soughtFor: 'lasting rise or fall',
  large: null,
  say: sayTrend,
  picture: { name: 'trend', draw: drawTrend },
  derivations: { trend: trendNumbers },
  twins: 'course',
})
