/** A section of a story: each paragraph with the charts that show what it says, and the caveats that touch it. */
import { lazy, Suspense } from 'react'
import type { Chart } from '../../../shared/story/chart.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Section, SectionRole, StatedNumber } from '../../../shared/story/story.ts'
import { blocksOf } from '../../words/prose.ts'
import { Prose } from './prose.tsx'
import classes from './story-section.module.css'

// Chart.js is half of the bundle; the text does not wait for it.
const ChartFigure = lazy(() =>
  import('../../charts/chart-figure.tsx').then((module) => ({ default: module.ChartFigure })),
)

/** `lead` is set as a standfirst, `key` sets the opening list apart, `list` is what only need be known to be there. */
export type SectionForm = 'lead' | 'key' | 'list' | 'body'

export function formOfSection(role: SectionRole): SectionForm {
  switch (role) {
    case 'lead':
    case 'key':
      return role
    case 'further':
      return 'list'
    default:
      return 'body'
  }
}

interface StorySectionProps {
  readonly slug: string
  readonly section: Section
  readonly charts: ReadonlyMap<string, Chart>
  readonly insights: ReadonlyMap<string, Insight>
  readonly form: SectionForm
  readonly asked: string | null
  readonly onAsk: (number: StatedNumber) => void
  readonly onAskInsight: (insightId: string) => void
}

export function StorySection(props: StorySectionProps) {
  const { slug, section, charts, insights, form, asked, onAsk, onAskInsight } = props
  const chartInsight = new Map([...charts].map(([id, chart]) => [id, chart.insight]))
  const blocks = blocksOf(section, chartInsight, insights)
  return (
    <section
      id={slug}
      className={classes.section}
      data-form={form}
      data-testid="story-section"
      aria-labelledby={`${slug}-h`}
    >
      <h2 id={`${slug}-h`} className={classes.heading}>
        {section.heading}
      </h2>
      {blocks.map((block, index) => (
        <div
          // Blocks of a section never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          key={index}
          className={classes.block}
          data-charts={block.charts.length > 0 || undefined}
        >
          {block.paragraph !== null && (
            <div className={classes.text}>
              <p className={classes.paragraph}>
                <Prose text={block.paragraph.text} numbers={block.paragraph.numbers} asked={asked} onAsk={onAsk} />
              </p>
              {(form === 'body' ? block.caveats : []).map((caveat) => (
                <p key={caveat} className={classes.caveat}>
                  {caveat}
                </p>
              ))}
            </div>
          )}
          {block.charts.length > 0 && (
            <div className={classes.charts}>
              {block.charts.map((id) => {
                const chart = charts.get(id)
                return chart === undefined ? null : (
                  <Suspense key={id} fallback={<div className={classes.waiting} />}>
                    <ChartFigure
                      chart={chart}
                      onEvidence={insights.has(chart.insight) ? () => onAskInsight(chart.insight) : undefined}
                    />
                  </Suspense>
                )
              })}
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
