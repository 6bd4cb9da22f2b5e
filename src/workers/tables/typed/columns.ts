/** How each column of a source with types becomes one of ours: what it may be stored as, by its type. Pure: SQL is made, none is run. */

import { DuckDBDecimalType, DuckDBStructType, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api'
import { type Note, note } from '../../../shared/story/note.ts'
import type { StorageType } from '../../../shared/story/table.ts'
import { quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'

/** A column as it stands in the file, or a field of one that holds records. */
export interface SourceColumn {
  /** `address`, or `address.city` for a field. */
  readonly name: string
  /** SQL over the file's rows. */
  readonly expression: string
  readonly type: DuckDBType
}

/** One way of storing a column. */
export interface Choice {
  readonly storage: StorageType
  readonly expression: string
  /** As in `ConvertedColumn`. */
  readonly format: string | null
  /** SQL that must be true of every row for this choice; null for one that always can be made. */
  readonly holds: string | null
}

export interface ColumnPlan {
  readonly name: string
  /** The first that holds is made; when none does, the column is left out. */
  readonly choices: readonly Choice[]
  /** SQL that is true of a value that is there and that no table of ours can hold; null where there can be none. */
  readonly unreadable: string | null
  /** The value as text, for examples of such. */
  readonly text: string
  /** What a reader should know of how it was understood, without the column's name; null for nothing. */
  readonly note: Note | readonly Note[] | null
}

/** Records are taken apart once: their fields become columns. What is in these is kept as text. */
export function flatten(columns: readonly { readonly name: string; readonly type: DuckDBType }[]): SourceColumn[] {
  return columns.flatMap(({ name, type }): SourceColumn[] => {
    const column = quoteIdentifier(name)
    if (!(type instanceof DuckDBStructType)) return [{ name, expression: column, type }]
    return type.entryNames.map((field, index) => ({
      name: `${name}.${field}`,
      expression: `struct_extract(${column}, ${quoteText(field)})`,
      type: type.entryTypes[index] ?? type,
    }))
  })
}

/** For every type but text, which is decided by its values (see `text-columns.ts`). */
export function planColumn({ name, expression, type }: SourceColumn): ColumnPlan {
  const plain = { name, unreadable: null, text: `CAST(${expression} AS VARCHAR)`, note: null }
  const cast = (storage: StorageType, from = expression): Choice => ({
    storage,
    expression: `CAST(${from} AS ${storage})`,
    format: null,
    holds: null,
  })
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return { ...plain, choices: [cast('BOOLEAN')] }
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
      return { ...plain, choices: [cast('BIGINT')] }
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return { ...plain, choices: [wholeWhereItFits(expression), cast('DOUBLE')] }
    case DuckDBTypeId.DECIMAL: {
      const isWhole = type instanceof DuckDBDecimalType && type.scale === 0
      return { ...plain, choices: [...(isWhole ? [wholeWhereItFits(expression)] : []), cast('DOUBLE')] }
    }
    case DuckDBTypeId.FLOAT:
      // By way of its shortest writing: 0.1 as a 32-bit number is 0.10000000149 as a 64-bit one.
      return { ...plain, ...finite(expression, cast('DOUBLE', `CAST(${expression} AS VARCHAR)`)) }
    case DuckDBTypeId.DOUBLE:
      return { ...plain, ...finite(expression, cast('DOUBLE')) }
    case DuckDBTypeId.DATE:
      return { ...plain, ...times(expression, [cast('DATE')]) }
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
      return { ...plain, ...instants(`CAST(${expression} AS TIMESTAMP)`) }
    case DuckDBTypeId.TIMESTAMP_TZ:
      return {
        ...plain,
        ...instants(`make_timestamp(epoch_us(${expression}))`),
        note: note('columns.inUtc'),
      }
    case DuckDBTypeId.BLOB:
      return { ...plain, choices: [textWhereItIs(expression)], note: null }
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.UNION:
      return {
        ...plain,
        choices: [{ ...cast('VARCHAR'), expression: `CAST(to_json(${expression}) AS VARCHAR)` }],
        note: note('columns.partsOfTheirOwn'),
      }
    default:
      return { ...plain, choices: [cast('VARCHAR')] }
  }
}

const largestBigint = '9223372036854775807'

function wholeWhereItFits(expression: string): Choice {
  const holds = `${expression} BETWEEN -${largestBigint} AND ${largestBigint}`
  return { storage: 'BIGINT', expression: `TRY_CAST(${expression} AS BIGINT)`, format: null, holds }
}

/** Programs that do not say which of their bytes are text write both alike. */
function textWhereItIs(expression: string): Choice {
  const holds = `${expression} IS NULL OR TRY(decode(${expression})) IS NOT NULL`
  return { storage: 'VARCHAR', expression: `TRY(decode(${expression}))`, format: null, holds }
}

/** NaN is how many programs write a missing number; an infinite one is a value we cannot hold. */
function finite(expression: string, choice: Choice): Pick<ColumnPlan, 'choices' | 'unreadable'> {
  const value = `CASE WHEN isfinite(${expression}) THEN ${choice.expression} END`
  return { choices: [{ ...choice, expression: value }], unreadable: `isinf(${expression})` }
}

/** Years of other than four digits come of damage or of another epoch, and queries of time fail on them. */
function times(time: string, choices: readonly Choice[]): Pick<ColumnPlan, 'choices' | 'unreadable'> {
  const holds = `isfinite(${time}) AND year(${time}) BETWEEN 1 AND 9999`
  return {
    choices: choices.map((choice) => ({
      ...choice,
      expression: `CASE WHEN ${holds} THEN ${choice.expression} END`,
    })),
    unreadable: `NOT (${holds})`,
  }
}

/** Days are often written as the midnights they begin with. */
function instants(time: string): Pick<ColumnPlan, 'choices' | 'unreadable'> {
  return times(time, [
    {
      storage: 'DATE',
      expression: `CAST(${time} AS DATE)`,
      format: null,
      holds: `NOT isfinite(${time}) OR ${time} = date_trunc('day', ${time})`,
    },
    { storage: 'TIMESTAMP', expression: time, format: null, holds: null },
  ])
}
