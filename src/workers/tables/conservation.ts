/** Every record of a source is accounted for: what was read is in the table, in its header, set aside or refused. */
import { StoryglassError } from '../../shared/failure/failure.ts'

/** Counts of records: of a CSV file its records, of a sheet its rows with a cell in them. */
export interface RecordAccount {
  /** Counted where the source is read, not where the table is written. */
  readonly read: number
  /** Counted in the table that was written. */
  readonly rows: number
  readonly header: number
  /** Titles, comments, blank lines, totals, remarks: left out, and told. */
  readonly setAside: number
  /** Records in which nothing tabular was found: left out, and told. */
  readonly refused: number
}

export function isConserved({ read, rows, header, setAside, refused }: RecordAccount): boolean {
  return read === rows + header + setAside + refused
}

/** Throws `records_lost` where the account does not add up. `where` names the table or sheet, for the report. */
export function assertConserved(account: RecordAccount, where: string): void {
  if (isConserved(account)) return
  const { read, rows, header, setAside, refused } = account
  const kept = `${rows} in the table, ${header} in its header, ${setAside} set aside, ${refused} refused`
  throw new StoryglassError('records_lost', `${where}: ${read} records were read, of which ${kept}`)
}
