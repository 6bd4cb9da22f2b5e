/** Rules by which one statement makes another superfluous that several kinds of insight share. */
import type { Ranked } from './ranked.ts'

export function sameColumns(own: Ranked, other: Ranked): boolean {
  return own.table === other.table && own.statement.columns.join('\u0000') === other.statement.columns.join('\u0000')
}

/** What looks like a code for "missing" is neither an unusual value nor a period out of line. */
export function isCodeForMissing({ table, statement }: Ranked, other: Ranked): boolean {
  if (!isCodeOfColumn({ table, statement }, other)) return false
  const low = Number(other.statement.location) < 0
  return (statement.direction === 'down' || statement.direction === 'lower') === low
}

/** Whether `other` says that a column of this statement holds a code for "missing". */
export function isCodeOfColumn({ table, statement }: Pick<Ranked, 'table' | 'statement'>, other: Ranked): boolean {
  return (
    other.statement.type === 'sentinel' &&
    other.table === table &&
    statement.columns.includes(other.statement.columns[0] ?? '')
  )
}
