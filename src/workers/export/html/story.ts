/** A story as one page: no script, nothing fetched, readable by anyone the file is sent to. */

import { escapeHtml } from '../../../shared/format/markup-text.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import { everyInsight } from '../../../shared/story/every-insight.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { readingMinutesOf, readingTimeText } from '../../../shared/story/reading-time.ts'
import { roleOfSection } from '../../../shared/story/section-role.ts'
import type { Paragraph, Section, Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { chartTable } from '../chart-table.ts'
import { fontRules } from '../fonts.ts'
import { storyFooter } from '../footer.ts'
import { handRemarks } from '../hand-remarks.ts'
import { type ChartImage, drawChart } from './chart-image.ts'
import { inlineChart } from './inline-chart.ts'
import { chartThemes, pageStyle } from './style.ts'

/** On paper nothing can be opened or followed: tables, queries and links to them are for the screen. */
export type Medium = 'screen' | 'paper'

/** Complete HTML. The event loop is yielded to between charts, which take some milliseconds each to draw. */
export async function storyToHtml(
  story: Story,
  { texts, yieldToEventLoop }: Pick<WorkContext, 'texts' | 'yieldToEventLoop'>,
  medium: Medium = 'screen',
): Promise<string> {
  const { written } = texts
  const figures = new Map<string, string>()
  for (const [index, chart] of story.charts.entries()) {
    figures.set(chart.id, figure(chart, index, medium === 'screen' ? behindChart(chart, written) : ''))
    await yieldToEventLoop()
  }
  const sections = story.sections.map((section) => sectionHtml(section, { story, figures, texts, medium })).join('\n')
  const readingTime = readingTimeText(texts, readingMinutesOf(story))
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">
<meta name="generator" content="Storyglass ${escapeHtml(story.engineVersion)}">
<title>${escapeHtml(story.title)}</title>
<style>${fontRules(`${story.title}${story.subtitle}${readingTime}${sections}`)}${pageStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(story.title)}</h1>
<p class="scope">${escapeHtml(story.subtitle)}</p>
<p class="reading-time">${escapeHtml(readingTime)}</p>
</header>
${sections}
${medium === 'screen' ? evidenceSection(story, written) : ''}<footer>${escapeHtml(storyFooter(story, texts))}</footer>
</main>
</body>
</html>
`
}

function evidenceSection(story: Story, written: Written): string {
  return `<section class="evidence">
<h2>${escapeHtml(written.evidence)}</h2>
<p>${escapeHtml(written.aboutEvidence)}</p>
${everyInsight(story).map(evidenceHtml).join('\n')}
</section>
`
}

interface Page {
  readonly story: Story
  readonly figures: ReadonlyMap<string, string>
  readonly texts: Texts
  readonly medium: Medium
}

/** Each chart stands after the paragraph on its insight, those without one at the end. */
function sectionHtml(section: Section, { story, figures, texts, medium }: Page): string {
  const waiting = new Set(section.charts)
  const insightOf = new Map(story.charts.map((chart) => [chart.id, chart.insight]))
  const place = (paragraph: Paragraph): string => {
    const own = [...waiting].filter((id) => paragraph.insights.includes(insightOf.get(id) ?? ''))
    for (const id of own) waiting.delete(id)
    return [
      medium === 'paper' ? `<p>${escapeHtml(paragraph.text)}</p>` : linkedHtml(paragraph),
      ...handRemarks(paragraph, texts).map(remarkHtml),
      ...own.map((id) => figures.get(id) ?? ''),
    ].join('\n')
  }
  const body = section.paragraphs.map(place).join('\n')
  const rest = [...waiting].map((id) => figures.get(id) ?? '').join('\n')
  return `<section class="${roleOfSection(section)}">\n<h2>${escapeHtml(section.heading)}</h2>\n${body}\n${rest}</section>`
}

/** A note keeps its lines. */
function remarkHtml(remark: string): string {
  return `<p class="hand">${escapeHtml(remark)}</p>`
}

function linkedHtml(paragraph: Paragraph): string {
  let html = ''
  let at = 0
  for (const number of [...paragraph.numbers].sort((left, right) => left.start - right.start)) {
    // A story from elsewhere may name places that are not there; its text is shown, without the link.
    if (number.start < at || paragraph.text.slice(number.start, number.start + number.text.length) !== number.text)
      continue
    html += escapeHtml(paragraph.text.slice(at, number.start))
    html += `<a class="number" href="#${anchor(number.evidence)}" title="${escapeHtml(`${number.name} = ${number.value}`)}">${escapeHtml(number.text)}</a>`
    at = number.start + number.text.length
  }
  return `<p>${html}${escapeHtml(paragraph.text.slice(at))}</p>`
}

function anchor(insight: string): string {
  return `evidence-${insight.replace(/[^\w-]/g, '-')}`
}

type Written = Texts['written']

/** `behind`: what can be opened below the picture. */
function figure(chart: Chart, index: number, behind: string): string {
  const picture = inlineChart(chart, index + 1) ?? pixels(chart) ?? `<p>${escapeHtml(chart.alt)}</p>`
  return `<figure id="${escapeHtml(chart.id)}">
<figcaption>${escapeHtml(chart.spec.title)} <span class="subtitle">${escapeHtml(chart.spec.subtitle)}</span></figcaption>
${picture}
${behind}</figure>`
}

function behindChart(chart: Chart, written: Written): string {
  return `<details><summary>${escapeHtml(written.tableBehindChart)}</summary>
${tableHtml(chart, written)}
<pre>${escapeHtml(chart.data.sql)}</pre></details>
`
}

function pixels(chart: Chart): string | null {
  const light = drawChart(chart, chartThemes.light, false)
  const dark = drawChart(chart, chartThemes.dark, false)
  if (light === null || dark === null) return null
  return `<picture><source media="screen and (prefers-color-scheme: dark)" srcset="${dataUri(dark)}"><img src="${dataUri(light)}" width="${light.width}" height="${light.height}" alt="${escapeHtml(chart.alt)}"></picture>`
}

function dataUri({ mediaType, bytes }: ChartImage): string {
  return `data:${mediaType};base64,${bytes.toString('base64')}`
}

function tableHtml(chart: Chart, written: Written): string {
  const { header, rows, left } = chartTable(chart)
  const numeric = (index: number): string => (isNumeric(chart, index) ? ' class="n"' : '')
  const head = header.map((name, index) => `<th scope="col"${numeric(index)}>${escapeHtml(name)}</th>`).join('')
  const body = rows
    .map((row) => `<tr>${row.map((cell, index) => `<td${numeric(index)}>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n')
  const more = left === 0 ? '' : `<p>${escapeHtml(written.moreRows({ count: left }))}</p>`
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(written.asTable({ title: chart.spec.title }))}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>${more}`
}

function isNumeric(chart: Chart, column: number): boolean {
  return chart.data.rows.some((row) => typeof row[column] === 'number')
}

function evidenceHtml(insight: Insight): string {
  const rows = Object.entries(insight.evidence.values)
    .map(
      ([name, value]) =>
        `<tr><th scope="row">${escapeHtml(name)}</th><td class="n">${escapeHtml(String(value ?? '–'))}</td></tr>`,
    )
    .join('')
  const queries = insight.evidence.sql.map((sql) => `<pre>${escapeHtml(sql)}</pre>`).join('\n')
  return `<article id="${anchor(insight.id)}">
<details><summary>${escapeHtml(insight.sentence)}</summary>
<table><tbody>${rows}</tbody></table>
${queries}</details>
</article>`
}
