import { riseOrFall, roseOrFell } from '../../insights/words/shared/en-parts.ts'

const kindOfValues =
  'number {numbers} integer {whole numbers} date {dates} timestamp {dates and times} boolean {yes or no} category {categories} identifier {identifiers} other {text}'

export const en = {
  headings: {
    totals: 'Totals',
    rows: 'Rows',
    columns: 'Columns',
    statements: 'Statements',
    limits: 'What could not be compared',
  },
  total: {
    changed: `total {measure} ${roseOrFell} by {size}{share}, from {before} to {after}{account}`,
    same: 'total {measure} is {after}, as before',
    share: ' ({share})',
    part: `; {best} accounts for {own} of the ${riseOrFall} of {size}`,
    beyond: `; {best} alone ${roseOrFell} by {own}`,
    partOfRows: '; {best} account for {own} of it',
    beyondOfRows: '; {best} alone account for {own}',
    newRows: 'rows that are new',
    goneRows: 'rows that are gone',
    keptRows: 'revised values of rows known before',
    without: 'rows without {column}',
  },
  rows: {
    counts: '{rows, plural, one {# row} other {# rows}} now, {before} before',
    byKey:
      '{rows, plural, one {# row} other {# rows}} now, {before} before; told apart by {key}, {added, plural, =0 {none is new} one {# is new} other {# are new}}, {gone, plural, =0 {none is gone} one {# is gone} other {# are gone}} and {kept, plural, =0 {none is in both} one {# is in both} other {# are in both}}',
    byValues:
      '{rows, plural, one {# row} other {# rows}} now, {before} before; {kept, plural, =0 {none has the same values in both} one {# has the same values in both} other {# have the same values in both}}, so that {added, plural, =0 {none is new} one {# is new or revised} other {# are new or revised}} and {gone, plural, =0 {none is gone} one {# is gone or was revised} other {# are gone or were revised}}',
    same: '{rows, plural, one {the one row is} other {all # rows are}} the same as before, in every value',
    revised:
      '{revised} of {kept, plural, one {the # row} other {the # rows}} in both {count, plural, one {has} other {have}} other values than before, in {columns}',
    revisedColumn: '{column} ({rows})',
    noneRevised: 'no value was revised in the rows that both hold',
  },
  columns: {
    same: 'the columns are the same as before',
    added: '{columns} {count, plural, one {is a new column} other {are new columns}}',
    gone: '{columns} {count, plural, one {is gone} other {are gone}}',
    renamed: '{before} is called {after} now',
    renamedByValues: '{before} is called {after} now: its values in the rows of both are the same',
    renamedLikely: '{before} seems to be called {after} now: its values are alike',
    retyped: `{column} holds {now, select, ${kindOfValues}} now, {was, select, ${kindOfValues}} before`,
    tablesAdded: '{tables} {count, plural, one {is a new table} other {are new tables}}',
    tablesGone: '{tables} {count, plural, one {is gone} other {are gone}}',
  },
  statements: {
    none: 'neither version held a finding that passed the tests',
    counted:
      'of {all, plural, one {# finding} other {# findings}} before, {held, plural, =0 {none holds as it was} one {# holds} other {# hold}}',
    noneBefore: 'there was no finding before',
    turned: '{n, plural, one {# has turned} other {# have turned}}',
    vanished: '{n, plural, one {# is not found any more} other {# are not found any more}}',
    weakened: '{n, plural, one {# is weaker} other {# are weaker}}',
    moved: '{n, plural, one {# holds of another place} other {# hold of another place}}',
    strengthened: '{n, plural, one {# is stronger} other {# are stronger}}',
    appeared: '{n, plural, one {# finding is new} other {# findings are new}}',
  },
  limits: {
    statistics:
      'The tables of one version are not kept any more: rows and single values could not be compared, and no parts are told of the totals; their numbers are those of the two stories',
    noKey:
      'no column, and no two together, tell the rows of {table} apart in both versions: a revised row counts as one that went and one that came',
    unrelated:
      'the rows of {table} have the same {key} in both versions and other values nearly everywhere: they are taken for other rows with the same running numbers',
    wide: 'of the {of} columns of {table} the values of the first {columns} were compared',
    fewerRows:
      'there are fewer rows than before: a finding that is not found any more may be there still, with too few rows to show it',
  },
  headline: {
    nothing: 'nothing changed: the rows, their values and the findings are the same as before',
    noneMatters: 'the findings and the totals are the same as before',
    rows: '{added, plural, =0 {no row is new} one {# row is new} other {# rows are new}} and {gone, plural, =0 {none is gone} one {# is gone} other {# are gone}}',
    turned: 'a finding has turned; it is now: {sentence}',
    vanished: 'a finding is not found any more: {sentence}',
    appeared: 'a finding is new: {sentence}',
  },
} as const
