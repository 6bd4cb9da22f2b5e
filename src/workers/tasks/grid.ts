/** The tasks of the data view: windows of rows, columns, selections and copies of a stored table. */
import { mostCopiedCells } from '../../shared/contract/grid.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkContext } from '../runtime/context.ts'
import { columnSummary } from '../source/duckdb/grid/column-summary.ts'
import { exportRows } from '../source/duckdb/grid/export-rows.ts'
import { gridRows } from '../source/duckdb/grid/grid-rows.ts'
import type { GridSource } from '../source/duckdb/grid/grid-table.ts'
import { withGridTable } from '../source/duckdb/grid/grid-table.ts'
import { copiedText, selectionFigures } from '../source/duckdb/grid/selection.ts'
import { copyForms } from './copy-forms.ts'

type GridTask = 'grid-rows' | 'grid-column' | 'grid-selection' | 'grid-copy' | 'grid-export'

function sourceOf({ tables: [table], convertDir, cacheDir }: TaskMap[GridTask]['input']): GridSource {
  if (table === undefined) throw new RangeError('No table was given')
  return { table, convertDir, cacheDir }
}

export function readGridRows(
  input: TaskMap['grid-rows']['input'],
  context: WorkContext,
): Promise<TaskMap['grid-rows']['output']> {
  return withGridTable(context, sourceOf(input), (table) => gridRows(table, input.window.view, input.window))
}

export function readGridColumn(
  input: TaskMap['grid-column']['input'],
  context: WorkContext,
): Promise<TaskMap['grid-column']['output']> {
  return withGridTable(context, sourceOf(input), (table) => columnSummary(table, input.question))
}

export function sumGridSelection(
  input: TaskMap['grid-selection']['input'],
  context: WorkContext,
): Promise<TaskMap['grid-selection']['output']> {
  return withGridTable(context, sourceOf(input), (table) => selectionFigures(table, input.range.view, input.range))
}

export function copyGridCells(
  input: TaskMap['grid-copy']['input'],
  context: WorkContext,
): Promise<TaskMap['grid-copy']['output']> {
  const { range } = input
  if (range.rows * range.columns.length > mostCopiedCells) throw new RangeError('More cells than can be copied at once')
  const form = { header: range.header, locale: context.texts.locale }
  return withGridTable(context, sourceOf(input), (table) => copiedText(table, range.view, range, form))
}

export async function exportGridRows(
  input: TaskMap['grid-export']['input'],
  context: WorkContext,
): Promise<TaskMap['grid-export']['output']> {
  const { request, outputPath } = input
  const form = copyForms[request.format] ?? 'FORMAT parquet'
  const hasFormulas = request.format === 'csv'
  return withGridTable(context, sourceOf(input), async (table) => ({
    rows: await exportRows(table, request.view, { columns: request.columns, outputPath, form, hasFormulas }),
  }))
}
