/** What is known of each column of each table. */
import type { Cell } from 'write-excel-file/node'
import type { Story } from '../../../shared/story/story.ts'
import type { ProfiledColumn } from '../../../shared/story/table.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { headerCell, numberFormat, textCell, timeCell, valueCell } from './cells.ts'
import type { WrittenSheet } from './sheet.ts'

export function statisticsSheet(story: Story, texts: Texts): WrittenSheet {
  const { workbook } = texts.written
  const header = [
    workbook.table,
    workbook.column,
    workbook.holds,
    workbook.rows,
    workbook.missing,
    workbook.unreadable,
    workbook.distinct,
    workbook.least,
    workbook.lowerQuartile,
    workbook.median,
    workbook.mean,
    workbook.upperQuartile,
    workbook.most,
    workbook.standardDeviation,
    workbook.skewness,
    workbook.zeros,
    workbook.mostFrequent,
  ]
  return {
    name: workbook.statistics,
    rows: [
      header.map(headerCell),
      ...story.tables.flatMap(({ name, rows, columns }) =>
        columns.map((column) => [textCell(name), ...columnCells(column, rows, texts)]),
      ),
    ],
    widths: [18, 24, 14, 9, 9, 11, 9, 14, 14, 14, 14, 14, 14, 14, 10, 9, 48],
    stickyRows: 1,
  }
}

function columnCells(column: ProfiledColumn, rows: number, texts: Texts): Cell[] {
  const { name, type, nulls, distinct, stats, format, unreadable, storage } = column
  const percent = numberFormat(format)
  const extreme = (value: number | string | null | undefined): Cell =>
    storage === 'DATE' || storage === 'TIMESTAMP' ? timeCell(value ?? null, storage) : valueCell(value ?? null, percent)
  const number = (value: number | null | undefined): Cell => valueCell(value ?? null, percent)
  return [
    textCell(name),
    textCell(texts.tables.types[type]),
    rows,
    nulls,
    unreadable.count,
    distinct,
    extreme(stats.min),
    number(stats.q1),
    number(stats.median),
    number(stats.mean),
    number(stats.q3),
    extreme(stats.max),
    number(stats.sd),
    valueCell(stats.skewness ?? null),
    valueCell(stats.zeros ?? null),
    textCell((stats.top ?? []).map(({ value, count }) => `${value} (${count})`).join(', ')),
  ]
}
