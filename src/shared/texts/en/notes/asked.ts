/** Of what a person asked for. Names of columns come as `quoted`. */
export const asked = {
  quoted: '“{name}”',
  /** `{what}`: one or several of those below, as a list. */
  asked: 'As you asked, {what}.',
  renamed: 'As you asked, “{name}” is called “{told}”.',
  ordered: 'As you asked, the categories of “{name}” are in the order {order}.',
  inUnit: '“{name}” is in {unit}',
  counts:
    '{name} counts as {role, select, measure {a measure} dimension {groups to compare} time {a time} identifier {a name of its rows} other {text to read}}',
  leftOut: '{names} {count, plural, one {is} other {are}} left out',
  aboutFirst: 'what is about {name} comes first',
  readAs:
    'As you asked, “{name}” is read as {type, select, number {a number} integer {a whole number} date {a date} timestamp {a moment} boolean {yes or no} category {a category} identifier {a name of its rows} other {text}}{lost, plural, =0 {} one {; # value that cannot be are missing} other {; # values that cannot be are missing}}.',
  asToldOf: 'As you told for “{name}”, a source of the same columns, what you said of {columns} holds here, too.',
  doesNotFit: 'What you told of {columns} for “{name}” does not fit this source.',
  missing: 'As you asked, {values} in “{name}” counts as missing.',
  totals: 'As you asked, rows where {condition} are totals of others and set aside.',
  compared:
    'As you asked, two parts are compared: rows where {first} ({firstRows, number}) and rows where {second} ({secondRows, number}).',
  onlyRows: 'Only rows where {condition}: {rows, number} of {stored, number}.',
} as const
