/** Columns read as another type than they are stored in, as SQL of DuckDB. */
import type { Retyping, StorageType } from '../../../shared/story/table.ts'
import { quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'

/** The value of a column read otherwise; NULL where it cannot be read so. */
export function readAsSql({ column, storage, by }: Retyping): string {
  const own = quoteIdentifier(column)
  const text = `trim(${textSql(own)})`
  switch (by.rule) {
    case 'text':
      return textSql(own)
    case 'number':
      return numberSql(text, by.decimal, storage)
    case 'words':
      return `CASE lower(${text}) WHEN lower(${quoteText(by.yes)}) THEN true WHEN lower(${quoteText(by.no)}) THEN false END`
    case 'time':
      return `CAST(try_strptime(${text}, ${quoteText(by.notation)}) AS ${timeStorage(storage)})`
    case 'days':
      // Excel counts days from the end of 1899, a leap day in 1900 included that never was.
      return `CAST(TIMESTAMP '1899-12-30' + to_milliseconds(CAST(round(${own} * 86400000) AS BIGINT)) AS ${timeStorage(storage)})`
    case 'seconds':
      return `CAST(make_timestamp(CAST(round(${own} / ${by.perSecond} * 1000000) AS BIGINT)) AS ${timeStorage(storage)})`
  }
}

function timeStorage(storage: StorageType): 'DATE' | 'TIMESTAMP' {
  return storage === 'DATE' ? 'DATE' : 'TIMESTAMP'
}

/** As a person would write it: 4, not 4.0. */
function textSql(own: string): string {
  return `regexp_replace(CAST(${own} AS VARCHAR), '^(-?[0-9]+)\\.0$', '\\1')`
}

/** Without what stands around a number (signs of money, units, blanks) and between its thousands. */
function numberSql(text: string, decimal: '.' | ',', storage: StorageType): string {
  const bare = `regexp_replace(${text}, '^[^0-9.,+-]+|[^0-9.,]+$', '', 'g')`
  const thousands = decimal === '.' ? ',' : '.'
  const shape =
    decimal === '.'
      ? "^[+-]?([0-9]{1,3}([, ''’][0-9]{3})+|[0-9]+)?([.][0-9]+)?$"
      : "^[+-]?([0-9]{1,3}([. ''’][0-9]{3})+|[0-9]+)?([,][0-9]+)?$"
  const plain = `replace(regexp_replace(${bare}, '[ ''’${thousands}]', '', 'g'), ',', '.')`
  return `CASE WHEN regexp_full_match(${bare}, '${shape}') THEN TRY_CAST(${plain} AS ${storage === 'BIGINT' ? 'BIGINT' : 'DOUBLE'}) END`
}
