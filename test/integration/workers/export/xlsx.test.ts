import { PassThrough } from 'node:stream'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyInsight } from '../../../../src/shared/story/every-insight.ts'
import { tableSheets } from '../../../../src/workers/export/xlsx/table-sheets.ts'
import { storyToWorkbook } from '../../../../src/workers/export/xlsx/workbook.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withStoredTables } from '../../../../src/workers/source/duckdb/stored-tables.ts'
import { ordersSql } from '../../../support/stories/orders.ts'
import { heldStory, type ToldStory } from '../../../support/stories/told-story.ts'

const held = heldStory(ordersSql)
let told: ToldStory
let workbook: ExcelJs.Workbook

beforeAll(async () => {
  told = await held.begin()
  const bytes = await storyToWorkbook(told.story, detachedContext(), told.stored)
  workbook = new ExcelJs.Workbook()
  await workbook.xlsx.read(new PassThrough().end(bytes))
}, 60_000)
afterAll(() => held.end())

/** The cells of a sheet without its header; a day as ISO, nothing as null. */
function rowsOf(name: string, header = 1): unknown[][] {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`No sheet ${name}`)
  const rows: unknown[][] = []
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (number <= header) return
    const values = Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).value)
    rows.push(values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)))
  })
  return rows
}

describe('a story as a workbook', () => {
  it('says every statement with its numbers', () => {
    const { story } = told
    const rows = rowsOf('Findings')
    const insights = everyInsight(story)
    expect(insights.length).toBeGreaterThan(5)
    expect(rows.map((row) => row[2])).toEqual(insights.map(({ sentence }) => sentence))
    expect(rows.map((row) => [row[5], row[7], row[8], row[9]])).toEqual(
      insights.map(({ n, effect }) => [n, effect.value, effect.low, effect.high]),
    )
    expect(rows.map((row) => [row[11], row[12]])).toEqual(
      insights.map(({ test }) => [test?.p ?? null, test?.q ?? null]),
    )
  })

  it('has rows as high as their texts are long, for programs that do not see to it', () => {
    const sheet = workbook.getWorksheet('Story')
    sheet?.eachRow((row) => {
      const text = String(row.getCell(1).value ?? '')
      if (text.length > 110 && text.length < 2000) expect(row.height, text).toBeGreaterThan(15 * (text.length / 100))
    })
    expect(workbook.getWorksheet('Findings')?.getRow(1).height).toBeGreaterThan(20)
  })

  it('says every paragraph', () => {
    const texts = rowsOf('Story', 0).map(([text]) => text)
    expect(texts.slice(0, 2)).toEqual([told.story.title, told.story.subtitle])
    for (const { heading, paragraphs } of told.story.sections) {
      expect(texts).toContain(heading)
      for (const { text } of paragraphs) expect(texts).toContain(text)
    }
  })

  it('has every value behind the statements', () => {
    const values = everyInsight(told.story).flatMap(({ evidence }, index) =>
      Object.entries(evidence.values).map(([name, value]) => [index + 1, name, value]),
    )
    expect(values.length).toBeGreaterThan(50)
    expect(rowsOf('Evidence').map((row) => row.slice(0, 3))).toEqual(values)
  })

  it('has the data of every chart', () => {
    expect(told.story.charts.length).toBeGreaterThan(2)
    for (const [index, { data, spec }] of told.story.charts.entries()) {
      const name = `Chart ${index + 1}`
      expect(workbook.getWorksheet(name)?.getCell('A1').value).toBe(spec.title)
      expect(rowsOf(name, 4)).toEqual(data.rows)
    }
  })

  it('has the statistics of every column', () => {
    const columns = told.story.tables.flatMap((table) => table.columns)
    const rows = rowsOf('Statistics')
    expect(rows.map((row) => row[1])).toEqual(columns.map(({ name }) => name))
    expect(rows.map((row) => [row[4], row[6], row[9], row[10], row[13]])).toEqual(
      columns.map(({ nulls, distinct, stats }) => [
        nulls,
        distinct,
        stats.median ?? null,
        stats.mean ?? null,
        stats.sd ?? null,
      ]),
    )
  })

  it('has the table as read', async () => {
    const page = await withStoredTables(detachedContext(), told.stored, (source) => source.page('orders', 0, 10_000))
    expect(page.rows.length).toBe(3652)
    // As one text: comparing twelve thousand cells by themselves takes seconds.
    expect(JSON.stringify(rowsOf('orders'))).toBe(JSON.stringify(page.rows))
  })

  it('keeps text that looks like a formula as text, also once it is edited', () => {
    const seen = { formulas: 0, asText: 0, others: 0 }
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.type === ExcelJs.ValueType.Formula) seen.formulas += 1
          if (typeof cell.value !== 'string' || !/^[=+\-@]/u.test(cell.value)) return
          seen[cell.numFmt === '@' ? 'asText' : 'others'] += 1
        })
      })
    })
    expect(seen).toMatchObject({ formulas: 0, others: 0 })
    expect(seen.asText).toBeGreaterThan(100)
  })

  it('says what it leaves out of a table that is too large', async () => {
    const [sheet] = await tableSheets(told.story, detachedContext(), told.stored, 400)
    expect(sheet?.rows.length).toBe(1 + 100 + 1)
    expect(sheet?.rows.at(-1)).toMatchObject([{ value: expect.stringContaining('first 100 of 3,652 rows') }])
  })
})
