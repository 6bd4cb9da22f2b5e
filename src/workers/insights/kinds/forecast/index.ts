/** What comes next in a series, where forecasts have proved good. */
import { forecastNumbers } from '../../../analysis/derive/outlook.ts'
import { defineKind } from '../../kind.ts'
import { detectForecast } from './detect.ts'
import { drawForecast } from './draw.ts'
import { names } from './names.ts'
import { sayForecast } from './say.ts'
import { words } from './words/index.ts'

export const forecast = defineKind({
  type: 'forecast',
  names,
  detectors: [detectForecast],
  chapter: 'outlook',
  words,
  contrary: 'forecast',
  soughtFor: null,
  large: null,
  say: sayForecast,
  claims: () => [
    { claim: 'above', greater: 'next_high', less: 'next_low' },
    { claim: 'above', greater: 'later_high', less: 'later_low' },
  ],
  picture: { name: 'forecast', draw: drawForecast },
  derivations: { forecast: forecastNumbers },
  twins: 'extreme',
})
