/** Every statement with what it rests on, and every value behind them with the query it came from. */
import type { Cell } from 'write-excel-file/node'
import { everyInsight } from '../../../shared/story/every-insight.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { remarksOnStatements } from '../hand-remarks.ts'
import { headerCell, proseCell, textCell, valueCell } from './cells.ts'
import type { WrittenSheet } from './sheet.ts'

export function findingsSheet(story: Story, texts: Texts): WrittenSheet {
  const { workbook } = texts.written
  const remarks = remarksOnStatements(story, texts)
  const header = [
    workbook.number,
    workbook.kind,
    workbook.statement,
    workbook.table,
    workbook.columns,
    workbook.rowsItRestsOn,
    workbook.effect,
    workbook.effectValue,
    workbook.low,
    workbook.high,
    workbook.test,
    workbook.p,
    workbook.q,
    ...(remarks.size > 0 ? [workbook.byHand] : []),
  ]
  return {
    name: workbook.findings,
    rows: [
      header.map(headerCell),
      ...everyInsight(story).map((insight, index) => [
        ...findingRow(insight, index + 1, texts),
        ...(remarks.has(insight.id) ? [proseCell(remarks.get(insight.id)?.join('\n') ?? '')] : []),
      ]),
    ],
    widths: [5, 13, 70, 16, 24, 10, 20, 12, 12, 12, 24, 12, 12, ...(remarks.size > 0 ? [50] : [])],
    stickyRows: 1,
  }
}

function findingRow({ class: kind, sentence, table, columns, n, effect, test }: Insight, number: number, texts: Texts) {
  const top = (cell: Cell): Cell =>
    typeof cell === 'object' && cell !== null && 'value' in cell
      ? { ...cell, alignVertical: 'top' }
      : cell === null || cell === undefined
        ? null
        : { value: cell as string | number, alignVertical: 'top' }
  const cells: Cell[] = [
    number,
    textCell(texts.evidence.classes[kind].name),
    proseCell(sentence),
    textCell(table),
    proseCell(columns.join(', ')),
    n,
    textCell(effect.name),
    valueCell(effect.value),
    valueCell(effect.low),
    valueCell(effect.high),
    test === undefined ? null : proseCell(test.name),
    test === undefined ? null : valueCell(test.p),
    test === undefined ? null : valueCell(test.q),
  ]
  return cells.map(top)
}

/** The query itself stands once, beside the first of its values. */
export function valuesSheet(story: Story, { written }: Texts): WrittenSheet {
  const { workbook } = written
  const header = [workbook.number, workbook.value, workbook.is, workbook.id, workbook.query]
  const rows = everyInsight(story).flatMap(({ id, evidence }, index) =>
    Object.entries(evidence.values).map(([name, value], place): Cell[] => [
      index + 1,
      textCell(name),
      valueCell(value),
      textCell(id),
      place === 0 ? textCell(evidence.sql.join(';\n')) : null,
    ]),
  )
  return {
    name: workbook.evidence,
    rows: [header.map(headerCell), ...rows],
    widths: [5, 26, 18, 34, 80],
    stickyRows: 1,
  }
}
