/** What predicts a measure best. */
import { keyDriversNumbers } from '../../../analysis/derive/key-drivers.ts'
import { defineKind } from '../../kind.ts'
import { detectKeyDrivers } from './detect.ts'
import { drawKeyDrivers } from './draw.ts'
import { names } from './names.ts'
import { sayKeyDrivers } from './say.ts'
import { words } from './words/index.ts'

export const keyDrivers = defineKind({
  type: 'key_drivers',
  names,
  detectors: [detectKeyDrivers],
  chapter: 'relationships',
  words,
  contrary: 'relation',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'explained', least: 0.3 },
  say: sayKeyDrivers,
  claims: () => [{ claim: 'above', greater: 'first_importance', less: 'second_importance' }],
  picture: { name: 'weights', draw: drawKeyDrivers },
  derivations: { key_drivers: keyDriversNumbers },
  twins: 'columns',
  inferred: ['p'],
})
