import { perioden, vonPeriodeZuPeriode } from '../../../words/shared/de-parts.ts'

const gemeinsam = '{positive, select, true {gemeinsam} other {gegenläufig}}'
const bewegen = `{strength, select,
  plain {{leader} und {follower} bewegten sich ${gemeinsam}}
  tends {{leader} und {follower} bewegten sich tendenziell ${gemeinsam}}
  other {{leader} und {follower} könnten sich ${gemeinsam} bewegt haben}}`
const folgen = <const Spaeter extends string>(spaeter: Spaeter) =>
  `{strength, select,
    plain {{leader} ging voran, {follower} {positive, select, true {folgte ${spaeter}} other {lief ${spaeter} entgegen}}}
    tends {{leader} ging voran, {follower} {positive, select, true {folgte tendenziell ${spaeter}} other {lief tendenziell ${spaeter} entgegen}}}
    other {{leader} könnte vorangegangen, {follower} ${spaeter} {positive, select, true {gefolgt} other {entgegengelaufen}} sein}}` as const
const grundlage = '(Korrelation {correlation} dessen, was an beiden neu ist; {periods}, {rows})'
const verglichen =
  'verglichen sind die Schritte, nachdem Trend, Saison und das eigene Gedächtnis jeder Reihe herausgerechnet sind; zwei, die nur gleich steigen oder fallen, zählen also nicht'

export const de = {
  lookedAt: 'ob sich zwei Reihen Schritt für Schritt gemeinsam bewegen',
  soughtFor: { none: 'keine Reihen, die sich gemeinsam bewegen', some: 'Reihen, die sich gemeinsam bewegen' },
  measureOf: '{measure} ({category})',
  atOnce: {
    headline: bewegen,
    claim: `${bewegen}, ${vonPeriodeZuPeriode} ${grundlage}`,
    support: verglichen,
  },
  later: {
    headline: folgen(`einige ${perioden} später`),
    claim: `${folgen('{lag} später')} ${grundlage}`,
    support: `${verglichen}; dass das eine zuerst kommt, zeigt nicht, dass das andere daher kommt`,
  },
} as const
