/** How a column can be read as the type a person asked for: the reading that most of its values bear. */

import type { ColumnType, ConvertedColumn, Retyping } from '../../shared/story/table.ts'
import type { Dialect } from '../source/dialect.ts'
import type { TableSource } from '../source/table-source.ts'
import { noWords, yesWords } from './profile/outcome-words.ts'

const isNumeric = ({ storage }: ConvertedColumn): boolean => storage === 'DOUBLE' || storage === 'BIGINT'

const dayNotations = [
  ...['%Y-%m-%d', '%d.%m.%Y', '%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d-%m-%Y', '%Y%m%d', '%d %b %Y', '%d %B %Y'],
  ...['%b %d, %Y', '%B %d, %Y', '%d.%m.%y', '%d/%m/%y', '%m/%d/%y', '%Y-%m', '%b %Y', '%B %Y', '%Y'],
]
const momentNotations = [
  ...['%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M', '%d.%m.%Y %H:%M', '%d/%m/%Y %H:%M', '%m/%d/%Y %H:%M'],
  ...['%Y-%m-%dT%H:%M:%SZ', '%m/%d/%Y %I:%M %p', '%d.%m.%Y %H:%M:%S', '%m/%d/%Y %H:%M:%S'],
]

/** In the order in which they are preferred where several read as many values; null where the type is what it is already. */
export function candidatesFor(column: ConvertedColumn, type: ColumnType): readonly Retyping[] | null {
  const { name, storage } = column
  const one = (to: Retyping['storage'], by: Retyping['by']): Retyping => ({ column: name, storage: to, by })
  switch (type) {
    case 'number':
    case 'integer': {
      if (isNumeric(column)) return null
      const to = type === 'integer' ? 'BIGINT' : 'DOUBLE'
      return storage === 'VARCHAR'
        ? [one(to, { rule: 'number', decimal: '.' }), one(to, { rule: 'number', decimal: ',' })]
        : []
    }
    case 'category':
    case 'text':
    case 'identifier':
      return storage === 'VARCHAR' || storage === 'BOOLEAN' ? null : [one('VARCHAR', { rule: 'text' })]
    case 'boolean':
      return storage === 'BOOLEAN'
        ? null
        : [...yesWords].flatMap((yes) => [...noWords].map((no) => one('BOOLEAN', { rule: 'words', yes, no })))
    case 'date':
    case 'timestamp':
      return timesFor(column, type === 'date' ? 'DATE' : 'TIMESTAMP')
  }
}

function timesFor(column: ConvertedColumn, to: 'DATE' | 'TIMESTAMP'): readonly Retyping[] | null {
  const one = (by: Retyping['by']): Retyping => ({ column: column.name, storage: to, by })
  const written = (notations: readonly string[]) => notations.map((notation) => one({ rule: 'time', notation }))
  switch (column.storage) {
    case 'DATE':
    case 'TIMESTAMP':
      return column.storage === to ? null : written(['%Y-%m-%d', '%Y-%m-%d %H:%M:%S'])
    case 'VARCHAR':
      return written([...dayNotations, ...momentNotations])
    case 'DOUBLE':
    case 'BIGINT':
      return [
        ...written(['%Y%m%d', '%Y%m', '%Y']),
        one({ rule: 'days' }),
        one({ rule: 'seconds', perSecond: 1 }),
        one({ rule: 'seconds', perSecond: 1000 }),
      ]
    case 'BOOLEAN':
      return []
  }
}

export interface Read {
  readonly retyping: Retyping
  /** Values that were there, how many of them can be read so, and some that cannot, with their row from 1. */
  readonly filled: number
  readonly readable: number
  readonly examples: readonly { readonly row: number; readonly text: string }[]
}

/** Years that a count of days or seconds may mean: others are amounts. */
const firstYear = 1900
const lastYear = 2200

/** The first of the readings that reads most; null where none reads any. `stored` is the table as SQL. */
export async function bestReading(
  source: TableSource,
  stored: string,
  candidates: readonly Retyping[],
): Promise<Read | null> {
  const { dialect } = source
  const [first] = candidates
  if (first === undefined) return null
  const own = dialect.identifier(first.column)
  const values = candidates.map((one, index) => `count(${plausible(dialect, one)}) AS c${index}`)
  const counts = await source.row<Record<string, number>>(
    `SELECT count(${own}) AS filled, ${values.join(', ')} FROM ${stored}`,
  )
  const readable = candidates.map((_, index) => Number(counts[`c${index}`] ?? 0))
  const most = Math.max(...readable)
  const retyping = candidates[readable.indexOf(most)]
  if (retyping === undefined || most === 0) return null
  const examples = await source.rows<{ row: number; text: string }>(
    `SELECT place AS row, ${dialect.asText(own)} AS text FROM (SELECT *, row_number() OVER () AS place FROM ${stored})
     WHERE ${own} IS NOT NULL AND ${dialect.readAs(retyping)} IS NULL ORDER BY place LIMIT 5`,
  )
  return {
    retyping,
    filled: Number(counts.filled),
    readable: most,
    examples: examples.map(({ row, text }) => ({ row: Number(row), text })),
  }
}

/** The value, where a time that is counted or written in digits alone lies in years that somebody may mean. */
function plausible(dialect: Dialect, retyping: Retyping): string {
  const value = dialect.readAs(retyping)
  if (retyping.storage !== 'DATE' && retyping.storage !== 'TIMESTAMP') return value
  return `CASE WHEN extract(year FROM ${value}) BETWEEN ${firstYear} AND ${lastYear} THEN true END`
}
