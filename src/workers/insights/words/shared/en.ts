/** Words that many kinds of statements share. */
import { theGrain } from './en-parts.ts'

export const en = {
  rows: '{n, plural, one {# row} other {# rows}}',
  /** Where it is known what a row is. */
  namedRows: '{n} {noun}',
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
  /** `in March 2021`, `on 4 May 2020`, `at 14:00 on 4 May 2020`. */
  when: '{grain, select, day {on} hour {at} minute {at} second {at} other {in}} {period}',
  list: '{list}, {next}',
  lastOfList: '{list} and {last}',
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
  },
} as const
