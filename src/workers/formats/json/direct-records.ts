/** Records that DuckDB reads itself: several times as fast as we do, where nothing in the file asks for care. */
import { quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { TextRelation } from '../../tables/columns/text-relation.ts'
import { wideColumns } from '../../tables/columns/write-wide.ts'
import { type Field, isTakenApart } from './fields.ts'
import type { RecordTable } from './record-table.ts'

/** Below it our own reader is as quick. */
const leastBytes = 4 * 1024 * 1024

/**
 * Null where DuckDB would refuse or lose something: it knows no names that repeat or differ by case only, no damaged
 * lines, no list inside an object. `wholeFile`: nothing but the records is in it.
 */
export function directRecords(
  file: { readonly path: string; readonly bytes: number; readonly wholeFile: boolean },
  { region, root, columns, read, asks }: RecordTable,
): TextRelation | null {
  const isPlain = file.wholeFile && file.bytes >= leastBytes && !asks && read.badLines === 0 && !read.trailingComma
  const isObjects = root.texts + root.plain + root.lists === 0
  if (!isPlain || !isObjects || columns.length >= wideColumns || !isUnmistakable(root)) return null
  const source = (types: ReadonlyMap<string, 'DOUBLE' | 'BOOLEAN'>): string => {
    const typed = new Map<Field, string>()
    for (const [index, { field, coordinate }] of columns.entries()) {
      if (field === null) continue
      const type = types.get(`c${index}`)
      // A text may be no number, and would end the reading.
      if (type !== undefined && coordinate === null && field.texts === 0) typed.set(field, type)
    }
    const list = columns.map(({ field, coordinate }, index) => {
      const value = (field?.path ?? []).map(quoteIdentifier).join('.')
      const text = coordinate === null ? value : `json_extract_string(${value}, '$[${coordinate}]')`
      return `${text} AS c${index}`
    })
    const fields = root.children.map((field) => `${quoteText(field.key)}: ${quoteText(typeOf(field, typed))}`)
    const format = region.as === 'list' ? 'array' : 'newline_delimited'
    const options = `format='${format}', auto_detect=false, columns={${fields.join(', ')}}`
    return `(SELECT ${list.join(', ')} FROM read_json(${quoteText(file.path)}, ${options}))`
  }
  return {
    from: source(new Map()),
    typedFrom: source,
    columns: columns.map(({ name }, index) => ({ source: `c${index}`, name })),
  }
}

function typeOf(field: Field, typed: ReadonlyMap<Field, string>): string {
  if (!isTakenApart(field)) return typed.get(field) ?? 'VARCHAR'
  return `STRUCT(${field.children.map((child) => `${quoteIdentifier(child.key)} ${typeOf(child, typed)}`).join(', ')})`
}

/** No name is empty, repeats in a record or differs from another by case only. */
function isUnmistakable(parent: Field): boolean {
  const names = new Set(parent.children.map(({ key }) => key.toLowerCase()))
  return (
    names.size === parent.children.length &&
    !names.has('') &&
    parent.children.every((field) => field.repeats === 0 && !field.key.includes('\0') && isUnmistakable(field))
  )
}
