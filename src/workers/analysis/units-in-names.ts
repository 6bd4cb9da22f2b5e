/** Columns whose names say what their numbers are measured in. */
import { readableName } from '../../shared/format/words.ts'
import { unitInName } from '../../shared/quantity/unit-in-name.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'

/**
 * The columns, measures with the unit of their name where the values have none of their own. Names stay whole where two
 * columns would be called the same without it (`temp_c` and `temp_f`), or where the values are told in another unit.
 */
export function withUnitsOfNames(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const read = new Map(
    columns.flatMap((column) => {
      const unit = column.role === 'measure' ? unitInName(column.name) : null
      return unit !== null && (column.format === null || column.format === unit.format) ? [[column.name, unit]] : []
    }),
  )
  if (read.size === 0) return columns
  // By what each column could be called in prose: whole, and without a unit, also one that is not left out.
  const called = new Map<string, number>()
  for (const { name } of columns) {
    for (const said of new Set([folded(name), folded(unitInName(name)?.name ?? name)])) {
      called.set(said, (called.get(said) ?? 0) + 1)
    }
  }
  return columns.map((column) => {
    const unit = read.get(column.name)
    if (unit === undefined || called.get(folded(unit.name)) !== 1) return column
    const told = { ...column, format: unit.format, nameWithoutUnit: unit.name }
    return column.format === null ? { ...told, formatFrom: 'name' as const } : told
  })
}

/** The columns as they were before: of what is profiled again, names decide nothing yet. */
export function withoutUnitsOfNames(columns: readonly ProfiledColumn[]): ProfiledColumn[] {
  return columns.map(({ nameWithoutUnit: _, formatFrom, ...column }) =>
    formatFrom === 'name' ? { ...column, format: null } : column,
  )
}

function folded(name: string): string {
  return readableName(name).toLowerCase()
}
