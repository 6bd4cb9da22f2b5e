/** What is said while jobs run. */
export const progress = {
  /** Of a stage that runs. */
  doing: {
    import: 'Looking at the file',
    convert: 'Reading the data',
    analyze: 'Looking for patterns',
    narrate: 'Writing the story',
    visualize: 'Drawing the charts',
  },
  doingOfDocument: { convert: 'Reading the pages' },
  /** Of a stage that is over; `{time}` is a span of time. */
  done: {
    import: '{name}: looked at in {time}',
    convert: '{name}: read in {time}',
    analyze: '{name}: analysed in {time}',
    narrate: '{name}: written in {time}',
    visualize: '{name}: charts drawn in {time}',
  },
  /** `{message}` is a failure's sentence. */
  triedAgain: '{name}: {message} It is tried again.',
  waiting: 'Waiting',
  secondsLeft: '{seconds, number, ::group-off} s left',
  seconds: '{seconds, number, ::.0 group-off} s',
  percent: '{percent} %',
  /** What is known of a table before its story is told. */
  facts: {
    named: '{name}: {facts}',
    rows: '{rows, plural, one {# row} other {# rows}}',
    columns: '{columns, plural, one {# column} other {# columns}}',
    span: '{column} from {from} to {to}',
    amounts: '{column} mostly {low} to {high} ({least} to {most})',
  },
} as const
