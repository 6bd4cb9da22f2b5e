/** What one row of a table is, as a noun: a strike, a passenger, an order. */
import type { RowNoun } from '../../shared/story/table.ts'

export interface NamedTable {
  /** The sheet's name, or the file's without its ending. */
  readonly name: string
  readonly rows: number
  readonly columns: readonly {
    readonly name: string
    readonly role: string
    readonly distinct: number
    readonly nulls: number
  }[]
  /** Whether rows are periods of one thing or of several, and so no things themselves. */
  readonly followed: boolean
}

/** Words at the end of a key's name that say that it is one. */
const keyWords = new Set(['id', 'ids', 'no', 'nr', 'number', 'key', 'code', 'uuid', 'guid', 'ref', 'reference'])
/** Keys of nothing but their row. */
const emptyKeys = new Set(['row', 'record', 'line', 'serial', 'unique', 'index', 'global', 'source', 'object', 'item'])
/** Parts of a file's name that say what became of the data, not what they are. */
const aboutFiles = new Set([
  ...[
    'data',
    'dataset',
    'table',
    'sheet',
    'list',
    'export',
    'report',
    'file',
    'copy',
    'final',
    'sample',
    'test',
    'all',
  ],
  ...['clean', 'cleaned', 'raw', 'full', 'new', 'old', 'latest', 'master', 'draft', 'csv', 'xlsx', 'v', 'jan', 'feb'],
  ...['mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'q', 'h', 'fy', 'kw'],
])
/** Plurals that name what is measured, or many things at once: their file has one row for something else. */
const noThings = new Set([
  ...['sales', 'prices', 'values', 'results', 'figures', 'numbers', 'records', 'rows', 'entries', 'rates', 'scores'],
  ...['wages', 'earnings', 'costs', 'revenues', 'hours', 'days', 'weeks', 'months', 'quarters', 'years', 'emissions'],
  ...['temperatures', 'stats', 'totals', 'counts', 'means', 'averages', 'species', 'series', 'news', 'goods', 'funds'],
  ...[
    'savings',
    'taxes',
    'markets',
    'accounts',
    'contents',
    'columns',
    'fields',
    'tables',
    'sheets',
    'files',
    'details',
  ],
])
/** Columns that say how often a row counts. */
const weightNames = /^(?:n|counts?|freq|frequency|cases|weights?|totals?|quantity|qty)$/i
/** A country before the things: what they are begins later, and is one word more. */
const ofCountry = /^(?:us(?!age|[ehu])|uk(?![eu]))/
/** How English words begin, where they begin with two consonants: abbreviations do not. */
const onset =
  /^(?:[aeiouy]|[^aeiouy][aeiouy]|(?:b[lr]|c[hlr]|d[rw]|f[lr]|g[hlnr]|k[nr]|p[hlrs]|s[chklmnpqtw]|t[hrw]|w[hr]|rh)[aeiouylrq])/
const looksPlural = /[^aiosu]s$|[^s]es$|[aeo]s$/
const notPlural = /(?:ss|us|is|ics|gas|aids)$/

/**
 * The noun for a row: from the name of its key (`order_id` that tells all rows apart), else from that of the file or
 * sheet where it is one plural and nothing else speaks against it. Null when unsure: a row is a row, then.
 */
export function rowNoun(table: NamedTable): RowNoun | null {
  if (table.followed || table.rows < 2) return null
  return ofKey(table) ?? ofName(table)
}

function ofKey({ columns, rows }: NamedTable): RowNoun | null {
  for (const { name, role, distinct, nulls } of columns) {
    if (role !== 'identifier' || distinct !== rows || nulls > 0) continue
    const words = wordsOf(name)
    const [what, last] = [words.at(-2), words.at(-1) ?? '']
    if (words.length !== 2 || what === undefined || !keyWords.has(last)) continue
    if (emptyKeys.has(what) || !isWord(what) || looksPlural.test(what)) continue
    return { one: what, many: pluralOf(what) }
  }
  return null
}

function ofName({ name, columns, rows }: NamedTable): RowNoun | null {
  const words = wordsOf(name).filter((word) => !aboutFiles.has(word) && !/^(?:v?\d+|\d.*)$/.test(word))
  const [many = ''] = words
  if (words.length !== 1 || !isWord(many) || !looksPlural.test(many) || notPlural.test(many) || ofCountry.test(many))
    return null
  if (noThings.has(many) || columns.some((column) => weightNames.test(column.name.trim()))) return null
  const one = singularOf(many)
  // A column of that name that repeats: the things are groups of rows.
  const repeats = columns.some(({ name, distinct }) => {
    const parts = wordsOf(name)
    return distinct < rows && (parts.includes(one) || parts.includes(many))
  })
  return repeats || isCrossed(columns, rows) ? null : { one, many }
}

/** One row for each combination of two or more columns is a plan, or a table of sums. */
function isCrossed(columns: NamedTable['columns'], rows: number): boolean {
  const levels = columns
    .filter(({ role, distinct }) => role === 'dimension' && distinct > 1)
    .map(({ distinct }) => distinct)
  return levels.length > 1 && levels.reduce((product, size) => product * size, 1) === rows
}

function wordsOf(name: string): string[] {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+|(?<=\p{L})(?=\d)/u)
    .filter((word) => word !== '')
}

function isWord(word: string): boolean {
  return /^\p{L}{4,24}$/u.test(word) && (/[^a-z]/.test(word) || onset.test(word))
}

const people = new Map([
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
])

function pluralOf(one: string): string {
  const special = people.get(one)
  if (special !== undefined) return special
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`
}

/** Words whose singular ends in `ie`. */
const inIe = new Set([
  'movies',
  'cookies',
  'calories',
  'selfies',
  'zombies',
  'ties',
  'pies',
  'lies',
  'genies',
  'brownies',
])

function singularOf(many: string): string {
  if (inIe.has(many)) return many.slice(0, -1)
  if (/[^aeiou]ies$/.test(many)) return `${many.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(many)) return many.slice(0, -2)
  return many.slice(0, -1)
}
