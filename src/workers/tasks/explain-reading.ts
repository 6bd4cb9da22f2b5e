/** How the tables of a source were read, written for a person or for a program. */
import type { TableReading } from '../../shared/story/reading.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'

type Explained = Pick<ConvertedTable, 'name' | 'sheet' | 'rows' | 'droppedRows' | 'notes'> & {
  /** Null for tables of formats that leave nothing to decide. */
  readonly reading: TableReading | null
}

export function explainedTables(tables: readonly ConvertedTable[]): Explained[] {
  return tables.map(({ name, sheet, rows, droppedRows, notes, reading = null }) => ({
    ...{ name, sheet, rows, droppedRows, notes, reading },
  }))
}

/** Lines: each decision with its reason and what else came into question, what was set aside, each column. */
export function explanationText(tables: readonly ConvertedTable[]): string {
  return `${explainedTables(tables).map(tableText).join('\n\n')}\n`
}

function tableText({ name, rows, droppedRows, notes, reading }: Explained): string {
  const head = `${name}: ${counted(rows, 'row')}, ${counted(droppedRows, 'record')} left out`
  const choices = (reading?.choices ?? []).map(({ what, chosen, why, runnerUp }) => {
    const other = runnerUp === null ? '' : `; else ${shown(runnerUp)}`
    return `  ${what}: ${shown(chosen)} (${why}${other})`
  })
  const columns = (reading?.columns ?? []).map(({ name: column, type, order, unit, why, runnerUp }) => {
    const how = [type, order, unit].filter((part) => part !== null).join(', ')
    const other = runnerUp === null ? '' : `; else ${runnerUp}`
    return `  ${column}: ${how} (${why}${other})`
  })
  const asides = (reading?.setAside ?? []).map(
    ({ kind, row, text }) => `  ${row === null ? '' : `row ${row}, `}${kind}: ${text}`,
  )
  return [
    head,
    ...choices,
    ...(columns.length === 0 ? [] : [' Columns', ...columns]),
    ...(asides.length === 0 ? [] : [' Set aside', ...asides]),
    ...(notes.length === 0 ? [] : [' Notes', ...notes.map((note) => `  ${note}`)]),
  ].join('\n')
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`
}

function shown(text: string): string {
  return text.trim() === '' ? JSON.stringify(text) : text
}
