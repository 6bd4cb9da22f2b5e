/**
 * The numbers of a story, read back from every file it is exported to, by readers that are not this program's: none is
 * missing, none is another.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJs from 'exceljs'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { browserPrinter } from '../../src/main/engine/printing/browser-printer.ts'
import type { Chart } from '../../src/shared/story/chart.ts'
import { everyInsight } from '../../src/shared/story/every-insight.ts'
import type { Story } from '../../src/shared/story/story.ts'
import { storySchema } from '../../src/shared/story/story.ts'
import { textsIn, textsTagOf } from '../../src/shared/texts/texts.ts'
import { type Content, streamOf } from '../../src/workers/export/content.ts'
import { nativeChart } from '../../src/workers/export/pptx/native-chart.ts'
import { findingSlides } from '../../src/workers/export/pptx/slides.ts'
import { storyWriter } from '../../src/workers/export/writers.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { quoteText } from '../../src/workers/runtime/duckdb/database.ts'
import type { StoredTables } from '../../src/workers/source/duckdb/stored-tables.ts'
import { translateStory } from '../../src/workers/tasks/translate.ts'
import { findChromium } from '../support/chromium.ts'
import { projectRoot } from '../support/command-line.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { ordersSql } from '../support/stories/orders.ts'
import { withToldStory } from '../support/stories/told-story.ts'
import { withTemporaryFolder } from '../support/temporary.ts'
import { unzip } from '../support/unzip.ts'

const vega = (name: string): string =>
  `SELECT * FROM read_csv(${quoteText(path.join(projectRoot, 'node_modules/vega-datasets/data', name))})`

const stories: readonly {
  readonly name: string
  readonly sql: string
  readonly languages: readonly ('en' | 'de')[]
}[] = [
  { name: 'orders', sql: ordersSql, languages: ['en'] },
  { name: 'seattle-weather', sql: vega('seattle-weather.csv'), languages: ['en', 'de'] },
  { name: 'gapminder', sql: vega('gapminder-health-income.csv'), languages: ['en'] },
]

const squeezed = (text: string): string => text.replaceAll(/[\s\u200b\u00ad]+/gu, '')
const paragraphsOf = ({ sections }: Story) => sections.flatMap(({ paragraphs }) => paragraphs)

/** Every sentence that has numbers is there, word for word, in the order of the story. */
function expectProse(where: string, text: string, story: Story): void {
  const read = squeezed(text)
  let at = 0
  for (const paragraph of paragraphsOf(story)) {
    const wanted = squeezed(paragraph.text)
    const found = read.indexOf(wanted, at)
    expect(found, `${where}: ${paragraph.text}\nafter: ${read.slice(at, at + 400)}`).toBeGreaterThanOrEqual(0)
    at = found + wanted.length
  }
}

const scales: readonly (readonly [pattern: RegExp, by: number])[] = [
  [/billion|Mrd|Milliarden/u, 1e9],
  [/million|Mio|Millionen/u, 1e6],
  [/thousand|Tsd|Tausend/u, 1e3],
  [/%/u, 1e-2],
]

/** A number as a table shows it, with half the unit of its last digit: what was shown is that number or a rounded one. */
function shownNumber(text: string, locale: string): { readonly value: number; readonly within: number } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6)
  const [group = ',', decimal = '.'] = ['group', 'decimal'].map((type) => parts.find((one) => one.type === type)?.value)
  const [, digits = ''] = /(-?[\d][\d.,'\s\u00a0\u202f]*)/u.exec(text.replaceAll('−', '-')) ?? []
  const plain = digits.replaceAll(group, '').replace(decimal, '.').replaceAll(/\s/gu, '')
  const by = scales.find(([pattern]) => pattern.test(text))?.[1] ?? 1
  const decimals = plain.split('.')[1]?.length ?? 0
  // Whole numbers may have been rounded to three figures.
  const trailing = decimals > 0 ? 10 ** -decimals : 10 ** (/0*$/u.exec(plain)?.[0].length ?? 0)
  return { value: Number(plain) * by, within: (trailing * by) / 2 + 1e-9 * Math.abs(Number(plain) * by) }
}

function expectTable(where: string, chart: Chart, rows: readonly (readonly string[])[], locale: string): number {
  let compared = 0
  for (const [index, cells] of rows.entries()) {
    for (const [column, value] of (chart.data.rows[index] ?? []).entries()) {
      const name = `${where}: ${chart.spec.title}, row ${index + 1}, ${chart.data.columns[column]}`
      if (typeof value !== 'number' || !Number.isFinite(value)) continue
      const shown = shownNumber(cells[column] ?? '', locale)
      expect(Math.abs(shown.value - value), `${name}: ${cells[column]} for ${value}`).toBeLessThanOrEqual(shown.within)
      compared += 1
    }
  }
  return compared
}

interface Exported {
  readonly story: Story
  readonly locale: string
  readonly write: (format: 'html' | 'pdf' | 'pptx' | 'xlsx' | 'md' | 'json') => Promise<Buffer>
}

function exported(story: Story, stored: StoredTables): Exported {
  const texts = textsIn(textsTagOf(story))
  const write: Exported['write'] = async (format) => {
    const content: Content = await storyWriter(format)(story, { ...detachedContext(), texts }, stored)
    return buffer(streamOf(content))
  }
  return { story, locale: texts.locale, write }
}

async function checkHtml({ story, locale, write }: Exported): Promise<void> {
  const page = parseDocument((await write('html')).toString('utf8'))
  const all = (name: string, within: Parameters<typeof DomUtils.getElementsByTagName>[1] = page.children) =>
    DomUtils.getElementsByTagName(name, within)
  const [main] = all('main')
  expectProse('HTML', DomUtils.textContent(main ?? []), story)
  for (const chart of story.charts) {
    const figure = DomUtils.getElementById(chart.id, page.children)
    const rows = all('tr', figure?.children ?? [])
      .map((row) => all('td', row.children).map((cell) => DomUtils.textContent(cell)))
      .filter((cells) => cells.length > 0)
    expect(rows, chart.spec.title).toHaveLength(Math.min(chart.data.rows.length, 200))
    expectTable('HTML', chart, rows, locale)
  }
  const read = all('article').map((article) =>
    Object.fromEntries(
      all('tr', article.children).map((row) => [
        DomUtils.textContent(all('th', row.children)),
        DomUtils.textContent(all('td', row.children)),
      ]),
    ),
  )
  const values = everyInsight(story).map(({ evidence }) =>
    Object.fromEntries(Object.entries(evidence.values).map(([name, value]) => [name, String(value ?? '–')])),
  )
  expect(read).toEqual(values)
}

async function checkMarkdown({ story, locale, write }: Exported): Promise<void> {
  const text = (await write('md')).toString('utf8').replaceAll(/\\([\p{P}\p{S}])/gu, '$1')
  expectProse('Markdown', text.replaceAll(/^\|.*$|^\*\*.*$|^#+ .*$|^.*…$/gmu, ''), story)
  const tables = text
    .split(/\n\n(?=\*\*)/u)
    .slice(1)
    .map((part) =>
      part
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(2),
    )
  const told = story.sections.flatMap(({ charts }) =>
    charts.flatMap((id) => story.charts.find((one) => one.id === id) ?? []),
  )
  expect(tables).toHaveLength(told.length)
  for (const [index, chart] of told.entries()) {
    const rows = (tables[index] ?? []).map((line) => line.slice(2, -2).split(' | '))
    expect(rows, chart.spec.title).toHaveLength(Math.min(chart.data.rows.length, 40))
    expectTable('Markdown', chart, rows, locale)
  }
}

async function checkWorkbook({ story, write }: Exported): Promise<void> {
  const workbook = new ExcelJs.Workbook()
  await workbook.xlsx.read(new PassThrough().end(await write('xlsx')))
  const { workbook: names } = textsIn(textsTagOf(story)).written
  const rowsOf = (name: string, header: number): unknown[][] => {
    const rows: unknown[][] = []
    const sheet = workbook.getWorksheet(name)
    sheet?.eachRow({ includeEmpty: true }, (row, number) => {
      if (number > header) rows.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value))
    })
    return rows
  }
  expectProse('XLSX', rowsOf(names.story, 0).flat().join('\n'), story)
  const values = everyInsight(story).flatMap(({ evidence }) => Object.entries(evidence.values))
  expect(rowsOf(names.evidence, 1).map((row) => [row[1], row[2]])).toEqual(values)
  expect(rowsOf(names.findings, 1).map((row) => [row[2], row[5], row[7]])).toEqual(
    everyInsight(story).map(({ sentence, n, effect }) => [sentence, n, effect.value]),
  )
  for (const [index, { data }] of story.charts.entries()) {
    const numbers = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) => row.filter((cell) => typeof cell === 'number'))
    expect(numbers(rowsOf(names.chart({ number: index + 1 }), 4))).toEqual(numbers(data.rows))
  }
}

const decoded = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The fields of what is drawn: every mark's value, and what is drawn with it. */
function drawnFields({ kind, y, series = [], overlay, interval }: Chart['spec']): readonly string[] {
  const ends = kind === 'line' && interval !== undefined ? [interval.low, interval.high] : []
  return [y.field, ...series.map(({ field }) => field), ...(overlay === undefined ? [] : [overlay.field]), ...ends]
}

async function checkPresentation({ story, write }: Exported): Promise<void> {
  const parts = await unzip(await write('pptx'))
  const xml = (name: string): string => parts.get(name)?.toString('utf8') ?? ''
  const texts = (name: string): string =>
    [...xml(name).matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text = '']) => decoded(text)).join('\n')
  for (const [index, { insight, chart }] of findingSlides(story).entries()) {
    expect(squeezed(texts(`ppt/slides/slide${index + 2}.xml`))).toContain(squeezed(insight.sentence))
    const notes = texts(`ppt/notesSlides/notesSlide${index + 2}.xml`)
    for (const [name, value] of Object.entries(insight.evidence.values)) {
      if (value !== null) expect(notes).toContain(`${name} = ${value}`)
    }
    if (chart === null || nativeChart(chart) === null) continue
    const related = xml(`ppt/slides/_rels/slide${index + 2}.xml.rels`)
    const [, part = 'none'] = /Target="\/(ppt\/charts\/[^"]+)"/u.exec(related) ?? []
    const cached = new Set(
      [...xml(part).matchAll(/<c:v>([^<]*)<\/c:v>/gu)].map(([, text = '']) => Number(text || Number.NaN)),
    )
    for (const field of drawnFields(chart.spec)) {
      const column = chart.data.columns.indexOf(field)
      for (const row of chart.data.rows) {
        const value = row[column]
        if (typeof value === 'number') expect(cached.has(value), `${chart.spec.title}, ${field}: ${value}`).toBe(true)
      }
    }
  }
}

async function checkPdf({ story, write }: Exported): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const [html, pdf] = [path.join(folder, 'story.html'), path.join(folder, 'story.pdf')]
    writeFileSync(html, await write('pdf'))
    await browserPrinter({ find: async () => findChromium() }).print(html, pdf)
    expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const pages = await textOfPdf(pdf)
    const numbered = /^\s*\d+ \/ \d+|\d+ \/ \d+\s*$/u
    expectProse('PDF', pages.map((page) => page.replace(numbered, '')).join('\n'), story)
  })
}

async function checkJson({ story, write }: Exported): Promise<void> {
  expect(storySchema.parse(JSON.parse((await write('json')).toString('utf8')))).toEqual(story)
}

const checks = {
  json: checkJson,
  html: checkHtml,
  md: checkMarkdown,
  xlsx: checkWorkbook,
  pptx: checkPresentation,
  pdf: checkPdf,
}

describe.each(stories)('the story of $name', ({ name, sql, languages }) => {
  it('has each of its numbers in every export', () =>
    withToldStory(
      sql,
      async ({ story, stored }) => {
        const numbers = paragraphsOf(story).flatMap((paragraph) => paragraph.numbers)
        expect(numbers.length).toBeGreaterThan(10)
        const { convertDir } = stored
        const source = { name: story.source.name, bytes: story.source.bytes }
        for (const language of languages) {
          const told =
            language === 'en' ? story : await translateStory({ story, source, convertDir, language }, detachedContext())
          for (const check of Object.values(checks)) await check(exported(told, stored))
        }
      },
      { name },
    ))
})
