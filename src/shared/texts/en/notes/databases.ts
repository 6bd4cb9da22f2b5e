/** Of databases, pages and JSON files, which hold several tables or none that is plain. */
export const databases = {
  onlyFirst: 'Only the first {count, number} tables were read; name one to read it.',
  onlyFirstOfPage: 'Only the first {count, number} tables of the page were read.',
  views: 'Views are not read: {names}.',
  viewsAndOthers: 'Views are not read: {names} and others.',
  virtualTables: 'Views and virtual tables are not read: {names}.',
  virtualTablesAndOthers: 'Views and virtual tables are not read: {names} and others.',
  noObjects: 'Records that are no objects stand in "{name}".',
  /** JSON Lines: `{why}` is what the parser found wrong with the first of them. */
  badLines:
    '{count, plural, one {One line is no JSON and is} other {# lines are no JSON and are}} left out; the first is line {line} ({why}).',
  trailingCommas: 'Commas before a closing bracket, which JSON does not have, are passed over.',
  repeatedKey:
    '"{name}" stands twice in the same record {count, plural, one {once} other {# times}}; the last one counts.',
  /** An answer of a service: `{name}` is the field that says how many there are. */
  onePage:
    'The file says "{name}": {total, number}; {count, plural, one {one record is} other {# records are}} in it. It may be one page of several.',
} as const
