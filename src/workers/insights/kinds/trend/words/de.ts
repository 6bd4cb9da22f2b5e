import { vonPeriodeZuPeriode } from '../../../words/shared/de-parts.ts'

const verlauf = '{course, select, accelerating {, gegen Ende schneller} levelling_off {, immer langsamer} other {}}'
const stieg = '{up, select, true {stieg} other {fiel}}'
const gestiegen = '{up, select, true {gestiegen} other {gefallen}}'

export const de = {
  lookedAt: 'ein Anstieg oder Rückgang über die Zeit',
  soughtFor: { none: 'kein zweifelsfrei bleibender Anstieg oder Rückgang', some: 'bleibender Anstieg oder Rückgang' },
  headline: `{strength, select,
    plain {{subject} ${stieg} {span}}
    tends {{subject} ${stieg} tendenziell {span}}
    other {{subject} könnte {span} ${gestiegen} sein}}`,
  claim: [
    `{strength, select,
      plain {{subject} ${stieg} {byHowMuch}, {span}}
      tends {{subject} ${stieg} tendenziell {byHowMuch}, {span}}
      other {{subject} könnte {byHowMuch} ${gestiegen} sein, {span}}}${verlauf}{size}`,
    `{span} {strength, select,
      plain {${stieg} {subject} {byHowMuch}}
      tends {${stieg} {subject} tendenziell {byHowMuch}}
      other {könnte {subject} {byHowMuch} ${gestiegen} sein}}${verlauf}{size}`,
  ],
  byShare: 'um {share}, {levels}',
  levels: 'von {first} auf {last}{aPeriod}',
  levelsOfEnds: 'von durchschnittlich {first}{aPeriod} über die ersten {periods} auf {last} über die letzten {window}',
  orSteps:
    '{steps, plural, one {ein einzelner Sprung {when}, von durchschnittlich {before} auf {after}, beschriebe} other {# Sprünge, der größte {when}, von durchschnittlich {before} auf {after}, beschrieben}} den Verlauf etwa ebenso gut',
  slope: `der übliche Schritt ${vonPeriodeZuPeriode} beträgt {slope}`,
  slopeWithInterval: `der übliche Schritt ${vonPeriodeZuPeriode} beträgt {slope} ({interval}: {low} bis {high})`,
  picture: {
    shows: 'Liniendiagramm: {subject}, mit angepasster Gerade',
    fitted: 'Angepasste Gerade',
  },
} as const
