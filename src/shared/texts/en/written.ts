/** What stands in files that stories and documents are exported to, besides the story or the document itself. */
export const written = {
  evidence: 'Evidence',
  aboutEvidence: 'Each statement with the queries that made its numbers. Follow a number in the text to come here.',
  told: 'Told by Storyglass {version} on {day} from {file} (SHA-256 {sha256}).',
  recomputed: '{matched, number} of {numbers, number} numbers were recomputed from the data and matched.',
  tableBehindChart: 'The table behind this chart',
  asTable: '{title}, as a table',
  moreRows: '{count, plural, one {# more row is not shown.} other {# more rows are not shown.}}',
  read: 'Read by Storyglass from {file} (SHA-256 {sha256}).',
  tables: 'Tables',
  tableOnPage: 'Table on page {page}',
  /** `{table}` is the sentence above. */
  captioned: '{table}: {caption}',
  notRead: 'Not read',
  text: 'Text',
  page: 'Page {page}',
} as const
