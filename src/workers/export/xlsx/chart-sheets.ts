/** The data of each chart on a sheet of its own, under the claim that the chart makes. */
import type { Cell } from 'write-excel-file/node'
import type { Chart } from '../../../shared/story/chart.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { chartHeader } from '../chart-table.ts'
import { headerCell, numberFormat, textCell, timeCell, valueCell } from './cells.ts'
import { type WrittenSheet, widthsOf } from './sheet.ts'

export function chartSheets({ charts }: Story, { written }: Texts): WrittenSheet[] {
  return charts.map((chart, index) => {
    const header = chartHeader(chart)
    return {
      name: written.workbook.chart({ number: index + 1 }),
      rows: [
        [textCell(chart.spec.title, { fontWeight: 'bold', fontSize: 13 })],
        [textCell(chart.spec.subtitle, { textColor: '#5d626d' })],
        [],
        header.map(headerCell),
        ...chart.data.rows.map((row) => row.map((value, column) => chartCell(chart, column, value))),
      ],
      widths: widthsOf(header, chart.data.rows),
      stickyRows: 4,
    }
  })
}

function chartCell({ spec, data }: Chart, column: number, value: Scalar): Cell {
  const field = data.columns[column]
  const axis = field === spec.x.field ? spec.x : field === 'rows' ? null : spec.y
  if (axis?.type === 'time')
    return timeCell(value, typeof value === 'string' && value.length > 10 ? 'TIMESTAMP' : 'DATE')
  return valueCell(value, typeof value === 'number' && axis !== null ? numberFormat(axis.format) : null)
}
