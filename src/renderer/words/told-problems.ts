/** What cannot be told as a person wants it, as sentences: known before anything is run. */
import { namedAs, problemOfName } from '../../shared/story/column-names.ts'
import type { ColumnRole, ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import type { ToldOptions } from '../../shared/story/version.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { inSource } from './told-names.ts'

export function problemsOf(
  tables: readonly Pick<ProfiledTable, 'columns'>[],
  { focus = {} }: ToldOptions,
  { retell: { problems } }: Pick<Texts, 'retell'>,
): readonly string[] {
  const columns = tables.flatMap((table) => table.columns)
  const { names = {}, roles = {}, types = {}, ignore = [], target } = focus
  const about = columns.find(({ name }) => name === target)
  const impossible = columns.flatMap((column): string[] => {
    const role = roles[column.name]
    if (role === undefined || types[column.name] !== undefined || roleIsPossible(column, role)) return []
    const given = { column: column.name }
    return [role === 'measure' ? problems.roleMeasure(given) : problems.roleTime(given)]
  })
  return [
    ...new Set(tables.flatMap((table) => namesTaken(table, names, problems))),
    ...impossible,
    ...(about !== undefined && about.distinct <= 1 ? [problems.targetConstant({ column: about.name })] : []),
    ...(target !== undefined && ignore.includes(target) ? [problems.targetIgnored({ column: target })] : []),
    ...(columns.every(({ name }) => ignore.includes(name)) ? [problems.nothingLeft] : []),
  ]
}

/** Two columns of a table under one name, each once. */
function namesTaken(
  { columns }: Pick<ProfiledTable, 'columns'>,
  names: Readonly<Record<string, string>>,
  problems: Texts['retell']['problems'],
): readonly string[] {
  const called = namedAs(
    columns.map((column) => ({ name: inSource(column) })),
    names,
  )
  const taken = called.filter(
    ({ column, name }, place) =>
      names[column.name] !== undefined &&
      problemOfName(
        name,
        called.toSpliced(place, 1).map((one) => one.name),
      ) === 'taken',
  )
  return taken.map(({ column, name }) => problems.nameTaken({ column: column.name, name }))
}

/** As the analysis has it: only numbers are summed, only dates and years are an order of time. */
export function roleIsPossible({ storage, type, stats }: ProfiledColumn, role: ColumnRole): boolean {
  const isNumber = storage === 'DOUBLE' || storage === 'BIGINT'
  const isTime = storage === 'DATE' || storage === 'TIMESTAMP'
  const { min, max } = stats
  const isYear = type === 'integer' && typeof min === 'number' && typeof max === 'number' && min >= 1 && max <= 9999
  switch (role) {
    case 'measure':
      return isNumber
    case 'time':
      return isTime || isYear
    case 'dimension':
    case 'identifier':
    case 'text':
      return true
  }
}
