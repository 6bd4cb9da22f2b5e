/** A story as Markdown with a picture of each chart beside it. */
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { chartThemeOf, palettes } from '../design.ts'
import { availableFont, drawChart } from '../html/chart-image.ts'
import type { ArchivedFile } from '../zip/archive.ts'
import { storyToMarkdown } from './story.ts'

/** The text and its pictures; without pictures where the machine has no font to draw their letters with. */
export function markdownFiles(story: Story, texts: Texts): ArchivedFile[] {
  const charts = availableFont() === null ? [] : story.charts
  const pictures = new Map(charts.map(({ id }, index) => [id, `charts/chart-${index + 1}.png`]))
  return [
    { name: 'story.md', content: () => storyToMarkdown(story, texts, pictures) },
    ...charts.map(
      (chart): ArchivedFile => ({
        name: pictures.get(chart.id) ?? '',
        content: () => drawChart(chart, chartThemeOf(palettes.light))?.bytes ?? '',
        isPacked: true,
      }),
    ),
  ]
}
