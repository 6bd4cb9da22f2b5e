/** Axes that charts of several kinds have. */
import { type Grain, namingOfColumn } from '../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../shared/format/words.ts'
import type { ChartSpec } from '../../../shared/story/chart.ts'
import { formatOfTimeAxis } from '../../../shared/story/drawing/axes.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { type ChartRequest, columnOf } from './drawing.ts'

type Axis = ChartSpec['x']

/** Of the values of the column `name`, under its name and in its format. */
export function columnAxis(field: string, name: string, table: ProfiledTable): Axis {
  return {
    field,
    label: capitalise(readableName(name)),
    type: 'number',
    format: columnOf(table, name)?.format ?? null,
  }
}

/** Of periods of the statement's time column, as that names them. */
export function timeAxis(
  { draft, table }: Pick<ChartRequest, 'draft' | 'table'>,
  { field, label, grain }: { readonly field: string; readonly label: string; readonly grain: Grain },
): Axis {
  const naming = namingOfColumn(columnOf(table, draft.details.time)?.format)
  return { field, label, type: 'time', format: formatOfTimeAxis(grain, naming) }
}
