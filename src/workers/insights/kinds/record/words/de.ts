import { perioden } from '../../../words/shared/de-parts.ts'

export const de = {
  lookedAt: 'der höchste und der niedrigste Zeitraum',
  headline: '{subject} war {when} am höchsten',
  claim: [
    '{subject} reichte von {low} {whenLow} bis {high} {when}{base}',
    '{subject} war {when} mit {high} am höchsten, mit {low} am niedrigsten {whenLow}{base}',
  ],
  inPeriods: '({periods})',
  mean: `der Durchschnitt über alle ${perioden} beträgt {mean}`,
  picture: {
    shows: 'Liniendiagramm: {subject}, hervorgehoben der höchste und der niedrigste Wert',
  },
} as const
