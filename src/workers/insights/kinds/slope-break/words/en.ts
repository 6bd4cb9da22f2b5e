import { theGrain } from '../../../words/shared/en-parts.ts'

const mayHave = '{strength, select, may {may have } other {}}'
const began = '{strength, select, may {may have begun} other {began}}'
const fasterOrSlower = '{faster, select, true {faster} other {more slowly}}'
const riseAfter = '{after, select, rose {rise} other {fall}}'
const roseBefore = `{strength, select,
  may {{before, select, rose {may have risen} other {may have fallen}}}
  other {{before, select, rose {rose} other {fell}}}}`
const first = `{subject} ${roseBefore} from {from}{aPeriod} {whenFrom} to {at} {whenAt}`

export const en = {
  lookedAt: 'a turn in the course over time',
  soughtFor: { none: 'no lasting bend', some: 'lasting bend' },
  headline: `{subject} {course, select,
    begins {${began} to ${riseAfter}}
    ends {${mayHave}stopped {before, select, rose {rising} other {falling}}}
    turns {${mayHave}turned {after, select, rose {up} other {down}}}
    other {${began} to ${riseAfter} ${fasterOrSlower}}} {when}`,
  claim: {
    begins: `{subject} ${mayHave}stayed around {mean}{aPeriod}{since} until {at}, then {after, select, rose {rose} other {fell}}, to {to} by {end}{averages}{base}`,
    ends: `${first}, then stayed around {mean}{averages}{base}`,
    turns: `${first}, then {after, select, rose {rose} other {fell}} to {to} by {end}{averages}{base}`,
    goesOn: `${first}, then ${fasterOrSlower}, to {to} by {end}{averages}{base}`,
  },
  since: ' from {from}',
  averages: ', in averages over {periods}',
  orCurve:
    'a curve that gets {faster, select, true {steeper} other {flatter}} over the whole time would describe it about as well',
  slopes: `the typical step from one ${theGrain} to the next is {slopeBefore} before and {slopeAfter} after`,
  sharpest: 'it is the sharpest of {bends, plural, one {# such bend} other {# such bends}}',
  picture: {
    shows: 'Line chart of {subject} with its course before and after {period}',
    course: 'Course of the averages',
  },
} as const
