/** How a table of a sheet was read, in decisions a person could give back as options. */

import { note } from '../../../shared/story/note.ts'
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { explainColumns } from '../../tables/columns/explain-column.ts'
import type { NotedChoice, NotedReading } from '../../tables/read-table.ts'
import type { TableLayout } from './find-tables.ts'

const mostSetAside = 100

export function explainReading(
  layout: TableLayout,
  columns: readonly ConvertedColumn[],
  asked: ReadingOptions,
  nameOf: (column: number) => string,
): NotedReading {
  const { headerRows, preamble, fillDown } = layout
  const choices: NotedChoice[] = [
    {
      what: 'skip',
      chosen: `${preamble}`,
      why:
        asked.skip !== undefined
          ? note('reading.asTold')
          : note(preamble === 0 ? 'reading.beginsAtOnce' : 'reading.titlesAbove'),
      runnerUp: preamble === 0 ? null : '0',
      told: asked.skip !== undefined,
    },
    {
      what: 'header-rows',
      chosen: `${headerRows}`,
      why: note(asked.headerRows !== undefined ? 'reading.asTold' : headerReason(headerRows)),
      runnerUp: headerRows === 1 ? '0' : '1',
      told: asked.headerRows !== undefined,
    },
  ]
  if (fillDown.length > 0) {
    const why = note('reading.labels')
    choices.push({ what: 'labels', chosen: fillDown.map(nameOf).join(', '), why, runnerUp: 'left blank', told: false })
  }
  const setAside = layout.setAside
    .slice(0, mostSetAside)
    .map(({ row, kind, text }) => ({ row: row + 1, kind, text: text.slice(0, 200) }))
  return { choices, setAside, columns: explainColumns(columns, layout.rows.length) }
}

function headerReason(headerRows: number): 'reading.noHeader' | 'reading.oneHeader' | 'reading.severalHeaders' {
  if (headerRows === 0) return 'reading.noHeader'
  return headerRows === 1 ? 'reading.oneHeader' : 'reading.severalHeaders'
}
