import { perioden, vonPeriodeZuPeriode } from '../../../words/shared/de-parts.ts'

const gemeinsam = '{positive, select, true {gemeinsam} other {gegenläufig}}'
const bewegen = `{strength, select,
  plain {{leader} und {follower} bewegten sich ${gemeinsam}}
  tends {{leader} und {follower} bewegten sich tendenziell ${gemeinsam}}
  other {{leader} und {follower} könnten sich ${gemeinsam} bewegt haben}}`
const folgen = `{strength, select,
  plain {{follower} {positive, select, true {folgte} other {lief entgegen}}: {leader}}
  tends {{follower} {positive, select, true {folgte tendenziell} other {lief tendenziell entgegen}}: {leader}}
  other {{follower} könnte {positive, select, true {gefolgt} other {entgegengelaufen}} sein: {leader}}}`
const grundlage = '(Korrelation {correlation} dessen, was an beiden neu ist; {periods}, {rows})'
const verglichen =
  'verglichen sind die Schritte, nachdem Trend, Saison und das eigene Gedächtnis jeder Reihe herausgerechnet sind; zwei, die nur gleich steigen oder fallen, zählen also nicht'

export const de = {
  soughtFor: { none: 'keine Reihen, die sich gemeinsam bewegen', some: 'Reihen, die sich gemeinsam bewegen' },
  measureOf: '{measure} ({category})',
  atOnce: {
    headline: bewegen,
    claim: `${bewegen}, ${vonPeriodeZuPeriode} ${grundlage}`,
    support: verglichen,
  },
  later: {
    headline: `${folgen}, einige ${perioden} später`,
    claim: `${folgen}, {lag} später ${grundlage}`,
    support: `${verglichen}; dass das eine zuerst kommt, zeigt nicht, dass das andere daher kommt`,
  },
} as const
