/** DuckDB's CSV reader, told everything: it never guesses, and stops at the first row that is not as told. */
import { quoteText } from '../../runtime/duckdb/database.ts'
import type { TextRelation } from '../columns/text-relation.ts'

export interface DirectOptions {
  readonly file: string
  readonly names: readonly string[]
  /** Records before the first data row, empty lines among them; a line break inside quotes ends none. */
  readonly skip: number
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  /** Rows end in CRLF rather than LF. */
  readonly returns: boolean
  readonly longestRowBytes?: number
  /** Written by us: an error in its structure is none of the file's. */
  readonly isOurs?: boolean
}

/** DuckDB's own limit; a larger one makes it allocate buffers several times as large, so it is raised only when needed. */
const usualLongestRowBytes = 2_000_000

/**
 * DuckDB writes what it has read in tasks it does not interrupt, and at the end of a file there may be a task for every
 * buffer under way: 16 times as large by default, they kept a cancel waiting for most of a file of 45 MB.
 */
const bufferBytes = 2 * usualLongestRowBytes

export function lineSizeSetting(longestRowBytes: number): string[] {
  return longestRowBytes < usualLongestRowBytes
    ? [`buffer_size=${bufferBytes}`]
    : [`max_line_size=${longestRowBytes + 1024}`]
}

export function directRelation(options: DirectOptions): TextRelation {
  const { isOurs = false } = options
  return { ...relationOf(options, []), inTurn: { isOurs, relation: relationOf(options, ['parallel=false']) } }
}

function relationOf(options: DirectOptions, also: readonly string[]): TextRelation {
  const columns = options.names.map((name, index) => ({ source: `c${index}`, name }))
  const typedFrom = (types: ReadonlyMap<string, 'DOUBLE' | 'BOOLEAN'>): string => {
    const list = columns.map(({ source }) => `'${source}': '${types.get(source) ?? 'VARCHAR'}'`).join(', ')
    return `read_csv(${quoteText(options.file)}, ${settings.join(', ')}, columns={${list}})`
  }
  const settings = [
    'auto_detect=false',
    'header=false',
    `skip=${options.skip}`,
    `delim=${quoteText(options.delimiter)}`,
    `quote=${quoteText(options.quote)}`,
    `escape=${quoteText(options.escape)}`,
    `new_line=${options.returns ? `'\\r\\n'` : `'\\n'`}`,
    ...lineSizeSetting(options.longestRowBytes ?? 0),
    ...also,
  ]
  return { from: typedFrom(new Map()), typedFrom, columns }
}
