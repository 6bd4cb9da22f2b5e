/** A story as Markdown: text, and a table where the page has a chart. */

import { escapeMarkdown } from '../../../shared/format/markdown-text.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import { droppedSentence } from '../../../shared/story/dropped.ts'
import type { Section, Story } from '../../../shared/story/story.ts'
import { chartTable } from '../chart-table.ts'

/** A table longer than this would bury the text around it. */
const mostRows = 40

export function storyToMarkdown(story: Story): string {
  const charts = new Map(story.charts.map((chart) => [chart.id, chart]))
  const { matched, numbers } = story.verified
  const left = droppedSentence(story.method.dropped)
  return `${[
    `# ${escapeMarkdown(story.title)}`,
    `*${escapeMarkdown(story.subtitle)}*`,
    ...story.sections.map((section) => sectionMarkdown(section, charts)),
    '---',
    `Told by Storyglass ${escapeMarkdown(story.engineVersion)} on ${story.createdAt.slice(0, 10)} from ${escapeMarkdown(story.source.name)} (SHA-256 ${story.source.sha256}). ${formatNumber(matched, { kind: 'count' })} of ${formatNumber(numbers, { kind: 'count' })} numbers were recomputed from the data and matched.${left === null ? '' : ` ${left}`}`,
  ].join('\n\n')}\n`
}

function sectionMarkdown(section: Section, charts: ReadonlyMap<string, Chart>): string {
  const tables = section.charts.flatMap((id) => {
    const chart = charts.get(id)
    return chart === undefined ? [] : [tableMarkdown(chart)]
  })
  return [
    `## ${escapeMarkdown(section.heading)}`,
    ...section.paragraphs.map((paragraph) => escapeMarkdown(paragraph.text)),
    ...tables,
  ].join('\n\n')
}

function tableMarkdown(chart: Chart): string {
  const { header, rows, left } = chartTable(chart)
  const shown = rows.slice(0, mostRows)
  const hidden = left + rows.length - shown.length
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const numeric = chart.data.columns.map((_, index) => chart.data.rows.some((row) => typeof row[index] === 'number'))
  return [
    `**${escapeMarkdown(chart.spec.title)}** (${escapeMarkdown(chart.spec.subtitle)})`,
    '',
    line(header),
    `| ${numeric.map((one) => (one ? '---:' : '---')).join(' | ')} |`,
    ...shown.map(line),
    ...(hidden === 0
      ? []
      : ['', `${formatNumber(hidden, { kind: 'count' })} more ${hidden === 1 ? 'row is' : 'rows are'} not shown.`]),
  ].join('\n')
}
