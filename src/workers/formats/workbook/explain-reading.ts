/** How a table of a sheet was read, in decisions a person could give back as options. */
import type { ReadingChoice, ReadingOptions, TableReading } from '../../../shared/story/reading.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { explainColumns } from '../../tables/columns/explain-column.ts'
import type { TableLayout } from './find-tables.ts'

const mostSetAside = 100

export function explainReading(
  layout: TableLayout,
  columns: readonly ConvertedColumn[],
  asked: ReadingOptions,
  nameOf: (column: number) => string,
): TableReading {
  const { headerRows, preamble, fillDown } = layout
  const choices: ReadingChoice[] = [
    {
      what: 'skip',
      chosen: `${preamble}`,
      why:
        asked.skip !== undefined
          ? 'as you told'
          : preamble === 0
            ? 'the table begins at once'
            : 'titles stand above the table',
      runnerUp: preamble === 0 ? null : '0',
      told: asked.skip !== undefined,
    },
    {
      what: 'header-rows',
      chosen: `${headerRows}`,
      why: asked.headerRows !== undefined ? 'as you told' : (headerReasons[Math.min(headerRows, 2)] ?? ''),
      runnerUp: headerRows === 1 ? '0' : '1',
      told: asked.headerRows !== undefined,
    },
  ]
  if (fillDown.length > 0) {
    const why = 'each label stands once for the rows below it'
    choices.push({ what: 'labels', chosen: fillDown.map(nameOf).join(', '), why, runnerUp: 'left blank', told: false })
  }
  const setAside = layout.setAside
    .slice(0, mostSetAside)
    .map(({ row, kind, text }) => ({ row: row + 1, kind, text: text.slice(0, 200) }))
  return { choices, setAside, columns: explainColumns(columns, layout.rows.length) }
}

const headerReasons = [
  'the first row looks like those below it',
  'the first row names what stands below it',
  'the rows at the top together name what stands below them',
] as const
