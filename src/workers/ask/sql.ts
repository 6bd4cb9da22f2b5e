/** Pieces of SQL for a question: its number, its groups, its rows. */
import type { Amount, Grouping } from '../../shared/ask/question.ts'
import type { Condition } from '../../shared/story/condition.ts'
import type { ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { conditionSql } from '../source/condition-sql.ts'
import type { Dialect } from '../source/dialect.ts'

export interface Asking {
  readonly dialect: Dialect
  readonly relation: string
  readonly table: ProfiledTable
}

/** Throws for a column the table has not: the question is of an earlier version of it. */
export function columnNamed(table: Pick<ProfiledTable, 'name' | 'columns'>, name: string): ProfiledColumn {
  const column = table.columns.find((one) => one.name === name)
  if (column === undefined) throw new Error(`No column ${name} in ${table.name}`)
  return column
}

/** The value of a measure in a row, without the number that stands for “missing”. */
function measureSql({ dialect, table }: Asking, name: string): string {
  const { missingCode } = columnNamed(table, name)
  const own = dialect.double(dialect.identifier(name))
  return missingCode === undefined ? own : `nullif(${own}, ${dialect.double(String(missingCode))})`
}

/** What a row adds to the number, where a mean of rows means something; null where it does not. */
export function rowValueSql(asking: Asking, amount: Amount): string | null {
  switch (amount.kind) {
    case 'rows':
      return null
    case 'column':
      return amount.aggregate === 'distinct' ? null : measureSql(asking, amount.column)
    case 'share':
      return asking.dialect.double(
        asking.dialect.indicator(conditionSql(asking.dialect, amount.of, asking.table.columns)),
      )
  }
}

export function amountSql(asking: Asking, amount: Amount): string {
  const { dialect } = asking
  const value = rowValueSql(asking, amount)
  switch (amount.kind) {
    case 'rows':
      return 'count(*)'
    case 'share':
      return dialect.mean(value ?? '')
    case 'column':
      switch (amount.aggregate) {
        case 'distinct':
          return `count(DISTINCT ${dialect.identifier(amount.column)})`
        case 'sum':
          return dialect.sum(value ?? '')
        case 'mean':
          return dialect.mean(value ?? '')
        case 'median':
          return dialect.median(value ?? '')
        case 'min':
        case 'max':
          return `${amount.aggregate}(${value})`
      }
  }
}

/** Rows that the number rests on. */
export function countSql(asking: Asking, amount: Amount): string {
  const value = rowValueSql(asking, amount)
  if (value !== null) return `count(${value})`
  return amount.kind === 'column' ? `count(${asking.dialect.identifier(amount.column)})` : 'count(*)'
}

/** The name of a row's group; parts of the calendar as whole numbers, periods as ISO texts of their start. */
export function groupSql({ dialect, table }: Asking, grouping: Grouping): string {
  const own = dialect.identifier(grouping.column)
  switch (grouping.kind) {
    case 'column':
      return dialect.asText(own)
    case 'calendar':
      return dialect.calendarPart(grouping.part, own)
    case 'period':
      if (columnNamed(table, grouping.column).type === 'integer') return dialect.asText(own)
      return grouping.grain === 'hour'
        ? dialect.momentText(dialect.truncate('hour', own))
        : dialect.dayText(dialect.truncate(grouping.grain, own))
  }
}

/** `region = 'North'`; `true` where all rows are meant. */
export function whereSql({ dialect, table }: Asking, where: Condition | null): string {
  return where === null ? 'true' : conditionSql(dialect, where, table.columns)
}
