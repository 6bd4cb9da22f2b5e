/** The frame of a story: title, scope, headings, and what is said of the work itself. */
export const en = {
  title: {
    noPattern: 'No pattern stands out in {topic}',
    nothingLarge: 'Nothing large stands out in {topic}',
    untested: 'What {topic} holds',
  },
  /** What a row is, in the first sentence. */
  about: {
    row: 'The table records {columns}{by}',
    rowOfName: 'For each {row}, the table records {columns}{by}',
    rowOfEach: 'Each {row} gives {columns} for one {each}{by}',
    by: ', along with {dimensions}',
    time: '{grain, select, year {year} half_year {half-year} quarter {quarter} month {month} week {week} day {day} hour {hour} minute {minute} other {second}}',
    more: '{more} more',
  },
  /** What would have been seen, had it been there. */
  sensitivity: {
    whole: 'These {rows} rows, taken as independent of each other, would have shown {effects} in {often} of cases.',
    correlation: 'a correlation of {least} or more between two measures',
    difference: 'a difference of {least} standard deviations or more between two halves of the rows',
  },
  /** Before a statement that says the same, or the opposite, of another measure. */
  joins: {
    alike: ['Likewise, {clause}'],
    contrast: ['By contrast, {clause}'],
  },
  scope: {
    size: '{rows, plural, one {# row} other {# rows}} and {columns, plural, one {# column} other {# columns}}',
    /** Where it is known what a row is. */
    sizeOfNamed: '{rows} {noun} and {columns, plural, one {# column} other {# columns}}',
    severalTables: '{tables, plural, one {# table} other {# tables}}, {size}',
    onlyWhere: 'only where {condition}',
    span: '{from} to {to}',
    spanBy:
      '{grain, select, year {yearly} half_year {half-yearly} quarter {quarterly} month {monthly} week {weekly} day {daily} hour {hourly} minute {by the minute} other {by the second}} from {from} to {to}',
    from: 'from {file}',
  },
  headings: {
    lead: 'The story in brief',
    keyFindings: 'Key findings',
    inShort: 'The figures',
    further: 'Also found',
    leads: 'Worth checking',
    quality: 'How good the data is',
    notFound: 'Looked for and not found',
    method: 'How this was made',
  },
  /** Ways to call a chapter; for stories of several tables in the same order below. */
  chapters: {
    picture: ['The big picture', 'What there is'],
    change: ['Change over time', 'How it changed'],
    differences: ['Who and where differ', 'Where the differences are'],
    relationships: ['What goes together', 'Relationships'],
    exceptions: ['Exceptions', 'What stands out from the rest'],
    outlook: ['Outlook', 'What may come next'],
  },
  chaptersOfTable: {
    picture: ['{table}: the big picture', '{table}: what there is'],
    change: ['{table}: change over time', '{table}: how it changed'],
    differences: ['{table}: who and where differ', '{table}: where the differences are'],
    relationships: ['{table}: what goes together', '{table}: relationships'],
    exceptions: ['{table}: exceptions', '{table}: what stands out from the rest'],
    outlook: ['{table}: outlook', '{table}: what may come next'],
  },
  ofTable: '{table}:',
  /** A statement that opened the story, gone on with. */
  goOn: '{headline}: {first}',
  leads: 'These did not pass the tests as findings; each may be chance and is worth checking on other data.',
  and: '{list} and {last}',
  notFound: {
    none: 'Storyglass looked for these and found nothing that would hold up: {list}. That is not proof that there is nothing; small differences may hide in few rows.',
    noneOf: '{pattern} ({tests, plural, one {# test} other {# tests}})',
    small: 'These passed their tests, but are too small to matter or said by other statements: {list}.',
    smallOf: '{pattern} ({kept} of {tests, plural, one {# test} other {# tests}})',
  },
  nothing: {
    untestable: 'The data offered nothing that could be tested for patterns.',
    noneSurvived:
      'Storyglass ran {tests, plural, one {# test} other {# tests}} on this data, and no pattern survived {tests, plural, one {it} other {them}}.',
    tooSmall:
      'Storyglass ran {tests, plural, one {# test} other {# tests}} on this data; what passed {tests, plural, one {it} other {them}} is too small to be told as a finding, or said by another statement.',
    unprovable:
      'Storyglass found patterns in this data, but could not prove its own words about them, so they are left out.',
    noneLarge: 'No difference between these rows is large enough to be told.',
    arithmetic: 'All that is told here is plain arithmetic: true of these rows, without a claim beyond them.',
  },
  method: {
    sampled:
      'All {rows, plural, one {# row} other {# rows}} were read for totals, counts and extremes; rank statistics use a fixed sample of them.',
    whole: 'All {rows, plural, one {# row} other {# rows}} were analysed; nothing was sampled.',
    lookedInto:
      'Of {columns} columns, {taken} were looked into and compared with each other: those filled in at least half of the rows, in their order, and then the rest; the costliest searches take fewer still. The others were only counted, summarised and checked for gaps and constant values.',
    lookedIntoOf:
      'Of {columns} columns of {table}, {taken} were looked into and compared with each other: those filled in at least half of the rows, in their order, and then the rest; the costliest searches take fewer still. The others were only counted, summarised and checked for gaps and constant values.',
    amounts: '{taken} of {of, plural, one {# amount} other {# amounts}}',
    groupings: '{taken} of {of, plural, one {# grouping} other {# groupings}}',
    noTest: 'No statistical test was run.',
    tests:
      'Storyglass ran {tests, plural, one {# statistical test} other {# statistical tests}} in {families, plural, one {# family} other {# families}} and kept {kept}{untold}. Among patterns kept this way, at most {share} are expected to be false alarms, however many were tried (Simes within families, then Benjamini and Hochberg).',
    /** `{untold}` where some were kept and are not told. */
    onlyOneUntold: '; it is not told, being too small to matter or said by another',
    untold:
      '; {left} of these {left, plural, one {is} other {are}} not told, being too small to matter or said by {left, plural, one {another} other {others}}',
    screened:
      'Of shapes and of courses over time, it told what stands out from the irregular: {tests, plural, one {# pattern} other {# patterns}} of that kind were looked at.',
    recomputed:
      'Every number was computed by a query that is kept with it, and recomputed from the data before this story was saved.',
  },
  /** What a person declared of the rows, and what follows from it. */
  declared: {
    population:
      'The rows were declared to be the whole population: what they show holds of all there is, so that differences are told by their size, without a test and without an interval.',
    sample: 'The rows were declared to be a sample of more.',
    independent:
      'Each row was declared to stand for itself: rows were tested as independent of each other, whatever they have in common.',
    rowsOf:
      'Rows with the same value of {column} were declared to belong together: tests allow for what these have in common, and what cannot be tested so is not told.',
    assigned:
      'The values of {column} were declared to be assigned in an experiment: what differs by them is told as brought about by them, and nothing else is.',
  },
  reading: {
    unreadable:
      'Of {values} values of {column}, {readable} are {kind, select, number {numbers} date {dates} boolean {yes or no} other {text}}; {count} could not be read as {kind, select, number {numbers} date {dates} boolean {yes or no} other {text}} and {count, plural, one {is} other {are}} treated as missing{examples}.',
    examples: ': {list}',
    forExample: ', for example {list}',
    example: '“{value}” in row {row}',
    more: 'And {more} more {more, plural, one {note} other {notes}}.',
  },
} as const
