/** A section of a story: each paragraph with the charts that show what it says, and the caveats that touch it. */
import { lazy, type ReactNode, Suspense } from 'react'
import type { Chart } from '../../../shared/story/chart.ts'
import { sectionOfHand } from '../../../shared/story/hand/sections.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Mark } from '../../../shared/story/mark/mark.ts'
import { roleOfSection } from '../../../shared/story/section-role.ts'
import type { Paragraph, Section, SectionRole, StatedNumber } from '../../../shared/story/story.ts'
import { changeStory } from '../../stores/hand.ts'
import { useTexts } from '../../stores/language.ts'
import { blocksOf } from '../../words/prose.ts'
import { useHanded } from './hand/hand-context.ts'
import { Renamed } from './hand/renamed.tsx'
import { StatementHand } from './hand/statement-hand.tsx'
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
  /** Undefined for charts whose marks stand for no rows. */
  readonly onMarkOf: (chart: Chart) => ((mark: Mark) => void) | undefined
}

export function StorySection(props: StorySectionProps) {
  const { slug, section, charts, insights, form, asked, onAsk, onAskInsight, onMarkOf } = props
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
      <Heading section={section}>
        <h2 id={`${slug}-h`} tabIndex={-1} className={classes.heading}>
          {section.heading}
        </h2>
      </Heading>
      {blocks.map((block, index) => (
        <div
          // By what it is about, so that it is the same one where it is moved.
          key={block.paragraph?.insights.join(' ') || `block-${index}`}
          className={classes.block}
          data-charts={block.charts.length > 0 || undefined}
        >
          {block.paragraph !== null && (
            <div className={classes.text}>
              <Handled section={section} paragraph={block.paragraph}>
                <p className={classes.paragraph}>
                  <Prose
                    text={block.paragraph.text}
                    numbers={block.paragraph.numbers}
                    unverified={block.paragraph.hand?.unverified}
                    asked={asked}
                    onAsk={onAsk}
                  />
                </p>
              </Handled>
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
                      onMark={onMarkOf(chart)}
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

interface HandledProps {
  readonly section: Section
  readonly paragraph: Paragraph
  readonly children: ReactNode
}

/** What states nothing of the data says how the story was made: that is not for a person to change. */
function Handled({ section, paragraph, children }: HandledProps) {
  const handed = useHanded()
  if (handed === null || paragraph.insights.length === 0) return children
  return (
    <StatementHand handed={handed} section={section} paragraph={paragraph}>
      {children}
    </StatementHand>
  )
}

function Heading({ section, children }: { readonly section: Section; readonly children: ReactNode }) {
  const { hand: words } = useTexts()
  const handed = useHanded()
  if (
    handed === null ||
    roleOfSection(section) === 'lead' ||
    section.paragraphs.every(({ insights }) => insights.length === 0)
  )
    return children
  const was = section.hand?.was ?? null
  const named = sectionOfHand({ ...section, heading: was ?? section.heading })
  return (
    <Renamed
      draft={`heading ${named.role} ${named.heading}`}
      text={section.heading}
      was={was}
      label={words.renameHeading({ heading: section.heading })}
      revertLabel={words.revertHeading}
      onRename={(text) => changeStory(handed.story, { kind: 'heading', section: named, text })}
    >
      {children}
    </Renamed>
  )
}
