/** A difference or a slope that depends on another dimension. */
import { interactionNumbers } from '../../../analysis/derive/interaction.ts'
import { slopesNumbers } from '../../../analysis/derive/slopes.ts'
import { defineKind } from '../../kind.ts'
import { detectInteraction } from './detect.ts'
import { drawInteraction } from './draw.ts'
import { names } from './names.ts'
import { sayInteraction } from './say.ts'
import { words } from './words/index.ts'

export const interaction = defineKind({
  type: 'interaction',
  names,
  detectors: [detectInteraction],
  chapter: 'differences',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'explained', least: 0.1 },
  say: sayInteraction,
  claims: () => [{ claim: 'direction', value: 'difference' }],
  picture: { name: 'gaps', draw: drawInteraction },
  derivations: { interaction: interactionNumbers, slopes: slopesNumbers },
  twins: 'columns',
  inferred: ['difference_low', 'difference_high', 'p'],
})
