/** How widely a measure scatters, where that differs between groups. */
import { keyedContrastNumbers } from '../../../analysis/derive/keyed-contrast.ts'
import { spreadNumbers } from '../../../analysis/derive/spreads.ts'
import { defineKind } from '../../kind.ts'
import { detectSpreadDifference } from './detect.ts'
import { drawSpreadDifference } from './draw.ts'
import { names } from './names.ts'
import { saySpreadDifference } from './say.ts'
import { words } from './words/index.ts'

export const spreadDifference = defineKind({
  type: 'spread_difference',
  names,
  detectors: [detectSpreadDifference],
  chapter: 'differences',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'ratio', least: 1.5 },
  say: saySpreadDifference,
  claims: () => [
    { claim: 'above', greater: 'best_sd', less: 'rest_sd' },
    { claim: 'above', greater: 'best_sd', less: 'worst_sd' },
  ],
  picture: { name: 'spreads', draw: drawSpreadDifference },
  derivations: { spread_difference: spreadNumbers, keyed_contrast: keyedContrastNumbers },
  twins: 'columns',
  inferred: ['ratio_low', 'ratio_high', 'p'],
  ofRows: true,
})
