/** A table that stands in a text, as both ways of converting it are given it, and what becomes of its last row. */
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import type { Database } from '../../runtime/duckdb/database.ts'
import { type WithoutFoot, withoutFoot } from '../../tables/asides/foot-of-long-table.ts'
import { askedHints } from '../../tables/columns/asked-hints.ts'
import type { ColumnSample } from '../../tables/columns/decide.ts'
import { sampleFromRows } from '../../tables/columns/sample.ts'
import type { TypedTable } from '../../tables/columns/write-table.ts'
import { sampledRows, type TextSource } from './source.ts'
import type { Understood } from './understand.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
export const memoryLimit = '1500MB'

export type ConvertInput = Pick<StageInput<'convert'>, 'source' | 'outputDir' | 'written' | 'reading'>

export interface TableInText extends Understood {
  readonly name: string
  /** Parquet file, in the stage's folder. */
  readonly file: string
}

/** Of a file that is not held whole, without the total that may stand at its end. */
export async function footless(
  source: TextSource,
  database: Database,
  written: TypedTable,
  { outputDir, file }: { readonly outputDir: string; readonly file: string },
): Promise<WithoutFoot> {
  if (source.complete || source.held || source.asked.keepTotals) return { written, asides: [] }
  return withoutFoot(database, path.join(outputDir, file), written, source.last)
}

export function samplesOf(names: readonly string[], source: TextSource): ColumnSample[] {
  const asked = askedHints(source.asked)
  return sampleFromRows(names, sampledRows(source)).map((sample) => ({ ...sample, asked }))
}
