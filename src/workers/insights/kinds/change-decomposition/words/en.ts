import { riseOrFall, roseOrFell, theGrain } from '../../../words/shared/en-parts.ts'

const fellOrRose = '{up, select, true {fell} other {rose}}'

export const en = {
  lookedAt: 'a change, and which parts account for it',
  headline: `{subject} ${roseOrFell} from {from} to {to}`,
  headlineOfPart: `{best} accounts for most of the ${riseOrFall} in {subject}`,
  claim: `{subject} ${roseOrFell} from {ends}{byHowMuch}{step}{account}{size}`,
  ends: '{first} {whenFirst} to {last} {whenLast}',
  endMeans: '{first} on average over the first {periods} to {last} over the last {window}, from {from} to {to}',
  combined: 'combined {measure}',
  overall: 'overall {measure} ({numerator} by {denominator})',
  times: ', {times} times as much',
  by: ', {up, select, true {up} other {down}} by {size}',
  step: {
    against: `, though it ${fellOrRose} by {size} from {from} to {to}`,
    most: ', most of it from {from} to {to}',
    alone: `, with a ${riseOrFall} of {size} from {from} to {to} alone`,
  },
  part: {
    most: `; {best} accounts for {part} of the ${riseOrFall}, {own} of {whole}`,
    more: `; {best} alone ${roseOrFell} by {own}, against {whole} of all together`,
    othersUnchanged: 'all the others together did not change',
    others: `all the others together ${roseOrFell} by {size}`,
  },
  mix: {
    part: `; the changed mix of {dimension} accounts for {part} of the ${riseOrFall}`,
    more: `; the changed mix of {dimension} accounts for all of the ${riseOrFall} and more`,
    ownAverages: `of the ${riseOrFall} of {change}, {mix} goes with how the rows are spread over {dimension}, and {own} with the groups' own values`,
  },
  each: {
    all: `; it ${roseOrFell} in all {entities} {nouns}`,
    most: `; it ${roseOrFell} in {agreeing} of {entities} {nouns}`,
    mostBut: `; it ${roseOrFell} in {agreeing} of {entities} {nouns} and ${fellOrRose} in {exceptions}`,
    exception: '{best} (from {first} to {last})',
    onlyException: '{best}, from {first} to {last}',
  },
  before: {
    unchanged: 'against {period} it did not change ({value})',
    changed: `against {period} ({value}) it ${roseOrFell} by {size}`,
    aYear: `against {period}, a year before ({value}), it ${roseOrFell} by {size}`,
  },
  meaningOfLevel: `combined means the sum over all rows of one time, averaged over the times of the ${theGrain}`,
  setback: {
    headline: '{subject} fell from {from} to {to}',
    claim: '{subject} fell by {size}, from {first} {whenFirst} to {last} {whenLast}{since}{base}',
    since: '; {when} it stood at {after}',
    only: 'no other fall from a peak was as large',
  },
  commonSetback: {
    headline: '{measure} fell for all {entities} {nouns} from {from} to {to}',
    claim:
      'from {from} to {to}, {measure} fell for all {entities} {nouns} there at both times, most for {best}: from {first} to {last}, by {size}{rows}',
  },
  mover: {
    headline: `{measure} ${roseOrFell} most for {best}`,
    claim: `{measure} ${roseOrFell} most for {best}: from {first} {whenFirst} to {last} {whenLast}{byHowMuch}; it ${roseOrFell} for {all, select, true {all {entities}} other {{agreeing} of {entities}}} {nouns} followed from the first ${theGrain} to the last{rows}`,
  },
  picture: {
    average: 'average',
    all: 'all together',
    subtitleOfRuns: `{subject} by {grain, select, year {year} half_year {half-year} quarter {quarter} month {month} week {week} day {day} other {period}}{by}{scale}; {base}`,
    fall: 'Fall',
    times: '{times} times',
    byEach: ' and {dimension}',
    logarithmic: ', on a logarithmic scale',
    runs: 'Line chart of {subject}{by} from {from} to {to}',
    subject: 'Change of {subject}',
    subtitle: 'Change of {subject} from {from} to {to} by {dimension}{shown}; {base}',
    shows: 'Waterfall chart of the change of {subject} by {dimension}, largest rise first',
  },
} as const
