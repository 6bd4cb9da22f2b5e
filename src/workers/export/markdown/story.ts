/** A story as Markdown: text, and a table where the page has a chart. */

import { escapeMarkdown } from '../../../shared/format/markdown-text.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import { readingMinutesOf, readingTimeText } from '../../../shared/story/reading-time.ts'
import type { Section, Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { chartTable } from '../chart-table.ts'
import { storyFooter } from '../footer.ts'
import { handRemarks } from '../hand-remarks.ts'

/** A table longer than this would bury the text around it. */
const mostRows = 40

/** `pictures`: where that of a chart lies, by the chart's id; it stands before the chart's table. */
export function storyToMarkdown(story: Story, texts: Texts, pictures: ReadonlyMap<string, string> = new Map()): string {
  const charts = new Map(story.charts.map((chart) => [chart.id, chart]))
  return `${[
    `# ${escapeMarkdown(story.title)}`,
    `*${escapeMarkdown(story.subtitle)}*`,
    escapeMarkdown(readingTimeText(texts, readingMinutesOf(story))),
    ...story.sections.map((section) => sectionMarkdown(section, charts, texts, pictures)),
    '---',
    escapeMarkdown(storyFooter(story, texts)),
  ].join('\n\n')}\n`
}

type Written = Texts['written']

function sectionMarkdown(
  section: Section,
  charts: ReadonlyMap<string, Chart>,
  texts: Texts,
  pictures: ReadonlyMap<string, string>,
): string {
  const tables = section.charts.flatMap((id) => {
    const chart = charts.get(id)
    return chart === undefined ? [] : [tableMarkdown(chart, texts.written, pictures.get(id))]
  })
  return [
    `## ${escapeMarkdown(section.heading)}`,
    ...section.paragraphs.flatMap((paragraph) => [
      escapeMarkdown(paragraph.text),
      ...handRemarks(paragraph, texts).map((remark) => `> ${escapeMarkdown(remark)}`),
    ]),
    ...tables,
  ].join('\n\n')
}

function tableMarkdown(chart: Chart, written: Written, picture?: string): string {
  const { header, rows, left } = chartTable(chart)
  const shown = rows.slice(0, mostRows)
  const hidden = left + rows.length - shown.length
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const numeric = chart.data.columns.map((_, index) => chart.data.rows.some((row) => typeof row[index] === 'number'))
  return [
    `**${escapeMarkdown(chart.spec.title)}** (${escapeMarkdown(chart.spec.subtitle)})`,
    '',
    ...(picture === undefined ? [] : [`![${escapeMarkdown(chart.alt)}](${picture})`, '']),
    line(header),
    `| ${numeric.map((one) => (one ? '---:' : '---')).join(' | ')} |`,
    ...shown.map(line),
    ...(hidden === 0 ? [] : ['', escapeMarkdown(written.moreRows({ count: hidden }))]),
  ].join('\n')
}
