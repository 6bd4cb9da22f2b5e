/** Columns of a result as plain JavaScript values, column by column. */
import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId, JSDuckDBValueConverter } from '@duckdb/node-api'

/** Types whose values the driver gives as JavaScript has them: converting each would cost more than reading it. */
const asTheyAre: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.VARCHAR,
])

/** The values of each column of `types`, in their order, over all `chunks`; see `plain`. */
export function plainColumns(chunks: readonly DuckDBDataChunk[], types: readonly DuckDBType[]): unknown[][] {
  return types.map((type, index) => {
    const values: unknown[] = []
    const isPlain = asTheyAre.has(type.typeId)
    for (const chunk of chunks) {
      const vector = chunk.getColumnVector(index)
      for (let row = 0; row < vector.itemCount; row++) {
        const value = vector.getItem(row)
        values.push(plain(isPlain ? value : JSDuckDBValueConverter(value, type, JSDuckDBValueConverter)))
      }
    }
    return values
  })
}

/** DuckDB's JavaScript values to ones that survive JSON: dates to ISO text (a date alone for midnight UTC DATEs). */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString()
  return value ?? null
}
