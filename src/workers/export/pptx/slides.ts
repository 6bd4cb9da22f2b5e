/** Which slides a story becomes: a finding a slide, in the order in which the story tells them. */
import type { Chart } from '../../../shared/story/chart.ts'
import { everyInsight } from '../../../shared/story/every-insight.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Paragraph, Story } from '../../../shared/story/story.ts'

export interface FindingSlide {
  readonly insight: Insight
  /** The one that carries it. */
  readonly chart: Chart | null
  /** The paragraphs it is told in. */
  readonly paragraphs: readonly Paragraph[]
}

/** Findings, and all else that is told and has a chart. */
export function findingSlides(story: Story): FindingSlide[] {
  const charts = new Map<string, Chart>()
  for (const chart of story.charts) if (!charts.has(chart.insight)) charts.set(chart.insight, chart)
  const paragraphs = story.sections.flatMap((section) => section.paragraphs)
  const told = paragraphs.flatMap(({ insights }) => insights)
  const place = new Map([...told].reverse().map((id, index) => [id, told.length - index]))
  const placeOf = ({ id }: Insight): number => place.get(id) ?? Number.POSITIVE_INFINITY
  return everyInsight(story)
    .filter((insight) => insight.class === 'finding' || charts.has(insight.id))
    .toSorted((left, right) => placeOf(left) - placeOf(right) || 0)
    .map((insight) => ({
      insight,
      chart: charts.get(insight.id) ?? null,
      paragraphs: paragraphs.filter(({ insights }) => insights.includes(insight.id)),
    }))
}
