import { vonPeriodeZuPeriode } from '../../../words/shared/de-parts.ts'

const vielleicht = '{strength, select, may {vielleicht } other {}}'
const schneller = '{faster, select, true {schneller} other {langsamer}}'
const danach = '{after, select, rose {hinauf} other {hinunter}}'
const zuerst = `{subject} {before, select, rose {stieg} other {fiel}} ${vielleicht}von {from}{aPeriod} {whenFrom} auf {at} {whenAt}`

export const de = {
  lookedAt: 'ein Knick im Verlauf über die Zeit',
  soughtFor: { none: 'kein bleibender Knick', some: 'bleibender Knick' },
  headline: `{subject} {course, select,
    begins {begann {when} ${vielleicht}zu {after, select, rose {steigen} other {fallen}}}
    ends {hörte {when} ${vielleicht}auf zu {before, select, rose {steigen} other {fallen}}}
    turns {drehte {when} ${vielleicht}nach {after, select, rose {oben} other {unten}}}
    other {begann {when} ${vielleicht}${schneller} zu {after, select, rose {steigen} other {fallen}}}}`,
  claim: {
    begins: `{subject} blieb ${vielleicht}{since}bis {at} um {mean}{aPeriod}, dann ging es bis {end} ${danach} auf {to}{averages}{base}`,
    ends: `${zuerst} und blieb dann um {mean}{averages}{base}`,
    turns: `${zuerst}, dann ging es bis {end} ${danach} auf {to}{averages}{base}`,
    goesOn: `${zuerst}, dann ${schneller}, bis {end} auf {to}{averages}{base}`,
  },
  since: 'ab {from} ',
  averages: ' (Durchschnitte über {periods})',
  orCurve:
    'eine Kurve, die über die ganze Zeit immer {faster, select, true {steiler} other {flacher}} wird, würde es etwa ebenso gut beschreiben',
  slopes: `der übliche Schritt ${vonPeriodeZuPeriode} beträgt davor {slopeBefore} und danach {slopeAfter}`,
  sharpest: 'es ist der schärfste von {bends, plural, one {# solchem Knick} other {# solchen Knicken}}',
  picture: {
    shows: 'Liniendiagramm: {subject}, mit dem Verlauf vor und nach {period}',
    course: 'Verlauf der Durchschnitte',
  },
} as const
