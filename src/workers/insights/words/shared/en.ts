/** Words that many kinds of statements share. */
import { theGrain, theGrains } from './en-parts.ts'

const among = '{binned, select, true {among {rowPlural} alike in {control}} other {within the same {control}}}'
const what = `{what, select,
  ranks {correlation}
  ranks_of_two {correlation of the first two}
  gap_in {gap in {column}}
  other {gap}}`

export const en = {
  rows: '{n, plural, one {# row} other {# rows}}',
  /** Where it is known what a row is. */
  namedRows: '{n, plural, other {#}} {noun}',
  sampledRows: '{n, plural, one {# sampled row} other {# sampled rows}}',
  theRows: 'the {rows}',
  row: 'row',
  aRow: 'a row',
  /** `an order`. A language whose article is not told by the sound of a word uses the word. */
  aNamedRow: '{article, select, none {{noun}} other {{withArticle}}}',
  rowPlural: 'rows',
  periods: `{grain, select,
    year {{n, plural, one {# year} other {# years}}}
    half_year {{n, plural, one {# half-year} other {# half-years}}}
    quarter {{n, plural, one {# quarter} other {# quarters}}}
    month {{n, plural, one {# month} other {# months}}}
    week {{n, plural, one {# week} other {# weeks}}}
    day {{n, plural, one {# day} other {# days}}}
    hour {{n, plural, one {# hour} other {# hours}}}
    minute {{n, plural, one {# minute} other {# minutes}}}
    other {{n, plural, one {# second} other {# seconds}}}}`,
  period: {
    week: 'the week of {day}',
    isoWeek: 'week {week} of {year}',
    moment: '{time} on {day}',
  },
  /** `in March 2021`, `on 4 May 2020`, `at 14:00 on 4 May 2020`. */
  when: '{grain, select, day {on} hour {at} minute {at} second {at} other {in}} {period}',
  quoted: '“{text}”',
  emptyText: 'the empty text',
  /** Of what part of a table something is said; after what is measured. */
  part: {
    of: ' of {category}',
    where: ' where {column} is {category}',
  },
  /** What a statement rests on, after what it says. */
  base: {
    of: ' of {rows}',
    over: ' over {rows}',
    overAll: 'over all {rows}',
    overAllOfThem: 'over all',
    part: '{own} of {rows}',
    partOfThem: '{own} {rowPlural}',
    also: ', {rows}',
    besides: '; {rows}',
  },
  list: '{list}, {next}',
  lastOfList: '{list} and {last}',
  lastOfChoice: '{list} or {last}',
  /** What the values of a column are: `countries`. A language that forms no plural of its name uses the name. */
  nouns: '{by, select, column {{column}} other {{plural}}}',
  series: {
    numberOfRows: 'the number of {rows}',
    average: 'average {measure}',
    total: 'total {measure}',
    span: 'from {from} to {to}',
    base: '{from} to {to}, {size}',
    size: '{periods}, {rows}',
    sizeOfOneEach: '{periods}, one {row} each',
    aPeriod: ` {grain, select, hour {an} other {a}} ${theGrain}`,
    interval: '{level} interval',
    /** Behind an estimate. */
    ends: ' ({interval}: {low} to {high})',
  },
  /** Of which further columns a statement holds. */
  likewise: {
    columns: '; likewise {columns}',
    together: '; likewise {hub} with {columns}: all of them rise together',
    withPartner:
      '; likewise {hub} with {columns}, which {several, select, true {rise} other {rises}} together with {partner}',
    column: '{column} ({effect})',
  },
  caveats: {
    partlyThere: `{ends, plural,
      one {One ${theGrain} that is only partly there was left out.}
      other {The first and the last ${theGrain}, only partly there, were left out.}}`,
    evenLengths: `Adjusted for the different lengths of ${theGrains}.`,
    gapsOfZero: `{gaps, plural, one {One ${theGrain} has} other {Some ${theGrains} have}} no rows and counted as zero.`,
    gapsBridged: `{gaps, plural, one {One ${theGrain} has no value; a straight line bridges it} other {Some ${theGrains} have no value; a straight line bridges them}}.`,
    totalLeftOut: '“{value}” looks like the total of the others and was left out.',
    repeatedKey: 'Rows of the same {column} resemble each other; the test allows for that.',
    assigned: 'The values of {column} were assigned in an experiment, so it was declared: this is caused by them.',
    rowsWithout: 'Rows without {column} are not in it.',
    recordedUnevenly:
      'At the beginning {first} of the rows have a value for {column}, at the end {last}; the total is of those.',
    rateOfSums:
      "Over several rows the rate is all of {numerator} by all of {denominator}, not the mean of the rows' rates.",
    trendTakenOut: 'The averages have the trend taken out.',
    sampled: 'Computed on a sample of the rows, chosen by a fixed rule.',
    ofAPart: 'Computed on a part of the rows, chosen by a fixed rule.',
    neighboursAlike: 'Neighbouring rows resemble each other; the tests counted them as correspondingly fewer.',
    rowsOfOneThing: 'Rows of one thing resemble each other; the tests counted them as correspondingly fewer.',
    smallGroupsLeftOut: 'Groups of fewer than five rows were left out.',
    unreadable: "Some of them held something that could not be read as this column's type.",
    fragile: 'It rests on few rows: with one row in twenty left out it no longer holds.',
  },
  /** What is left of a gap or a correlation among rows that are alike in a third column. */
  heldSame: {
    vanishes: `, but ${among} the ${what} all but vanishes ({left})`,
    turns: `, but ${among} nothing of the ${what} is left ({left})`,
    shrinks: `, but ${among} the ${what} is less than half of that ({left})`,
  },
} as const
