import { werte } from '../../../words/shared/de-parts.ts'

export const de = {
  lookedAt: 'wie sich die ersten Ziffern verteilen',
  headline: 'erste Ziffern von {measure} folgen nicht dem Benfordschen Gesetz',
  claim: `{share} von ${werte} bei {measure} beginnen mit {digit}; nach dem Benfordschen Gesetz wären es {expected} bei Beträgen so verschiedener Größe`,
  support:
    'die neun ersten Ziffern weichen im Mittel um {deviation} ab; Schwellen, feste Preise und beschnittene Bereiche bewirken das ebenso wie Fehler',
} as const
