/** DuckDB's CSV reader, told everything: it never guesses, and stops at the first row that is not as told. */
import { quoteText } from '../../duckdb/database.ts'
import type { TextRelation } from '../columns/write-table.ts'

export interface DirectOptions {
  readonly file: string
  readonly names: readonly string[]
  /** Lines before the first data row. */
  readonly skip: number
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  /** Rows end in CRLF rather than LF. */
  readonly returns: boolean
}

/** DuckDB wants room for several rows in a buffer; ours may be as long as the tokenizer allows. */
const longestRowBytes = 64 * 1024 * 1024
const usualBufferColumns = 2000

export function directRelation(options: DirectOptions): TextRelation {
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
    ...(options.names.length > usualBufferColumns ? [`max_line_size=${longestRowBytes}`] : []),
  ]
  return { from: typedFrom(new Map()), typedFrom, columns }
}
