/** The body of the story screen: works on a story alone, so that the gallery can show any. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { insightsById } from '../../../shared/story/every-insight.ts'
import { readingMinutesOf } from '../../../shared/story/reading-time.ts'
import { roleOfSection } from '../../../shared/story/section-role.ts'
import type { SectionRole, StatedNumber, Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { verifyStory } from '../../queries/stories.ts'
import { hrefOf } from '../../routes/route.ts'
import { changeStory } from '../../stores/hand.ts'
import { useTexts } from '../../stores/language.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { formatBytes, formatMoment } from '../../words/amounts.ts'
import { describeReadingTime } from '../../words/document-words.ts'
import { originWords, placeOfOrigin } from '../../words/reading.ts'
import { rowsOfInsight } from '../../words/rows-of-insight.ts'
import { slugsOf } from '../../words/slug.ts'
import { AskLine } from '../ask/ask-line.tsx'
import { ComparedNote } from '../compare/compared-note.tsx'
import { Link } from '../link.tsx'
import { isTyping } from '../shortcuts.tsx'
import { Contents, type ContentsEntry } from './contents.tsx'
import { EvidencePanel, type EvidenceQuestion } from './evidence-panel.tsx'
import { ExplainPanel } from './explain-panel.tsx'
import { FindBar } from './find-bar.tsx'
import { useHanded } from './hand/hand-context.ts'
import { HandFoot } from './hand/hand-foot.tsx'
import { Renamed } from './hand/renamed.tsx'
import { UndoBar } from './hand/undo-bar.tsx'
import { MethodDetails } from './method-details.tsx'
import { keyOfNumber } from './prose.tsx'
import { SourceNote } from './source-note.tsx'
import { StoryActions } from './story-actions.tsx'
import classes from './story-reader.module.css'
import { formOfSection, StorySection } from './story-section.tsx'
import { TableSection } from './table-section.tsx'
import { useExplaining } from './use-explaining.ts'
import { useReadingPlace } from './use-place.ts'
import { VerifyOutcome } from './verify.tsx'
import { Versions } from './versions.tsx'

/** Sections on the making of the story: the tables come before them, as part of what was read. */
const closing: readonly SectionRole[] = ['notFound', 'method']

interface StoryReaderProps {
  readonly story: Story
  readonly anchor: string | null
  /** Words to look for in it. */
  readonly find?: string | null
}

export function StoryReader({ story, anchor, find = null }: StoryReaderProps) {
  const texts = useTexts()
  const handed = useHanded()
  const insights = useMemo(() => insightsById(story), [story])
  const charts = useMemo(() => new Map(story.charts.map((chart) => [chart.id, chart])), [story])
  const plan = useMemo(() => planOf(story, texts), [story, texts])
  const slugs = useMemo(() => plan.map((part) => part.slug), [plan])
  const { current, goTo, step } = useReadingPlace(slugs, story.id, anchor)
  useSectionKeys(step, story.id)
  const article = useRef<HTMLElement>(null)

  const [question, setQuestion] = useState<EvidenceQuestion | null>(null)
  const opener = useRef<Element | null>(null)
  const ask = useCallback(
    (insightId: string, name: string | null, text: string | null): void => {
      const insight = insights.get(insightId)
      if (insight === undefined) return
      opener.current = document.activeElement
      setQuestion({ insight, name, text })
    },
    [insights],
  )
  const askNumber = useCallback((number: StatedNumber) => ask(number.evidence, number.name, number.text), [ask])
  const askInsight = useCallback((id: string) => ask(id, null, null), [ask])
  const close = useCallback(() => {
    setQuestion(null)
    // Somebody who has gone on reading meanwhile stays where they are.
    if (article.current?.contains(document.activeElement)) return
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }, [])
  const hideEvidence = useCallback(() => setQuestion(null), [])
  const explaining = useExplaining(story, insights, opener, hideEvidence)
  const pressed = question?.name ? keyOfNumber({ evidence: question.insight.id, name: question.name }) : null

  return (
    <div className={classes.layout} data-evidence={question !== null || explaining.asked !== null || undefined}>
      <div className={classes.side}>
        <Contents
          entries={plan}
          current={current}
          onGo={goTo}
          hrefFor={(slug) => hrefOf({ screen: 'story', id: story.id, anchor: slug })}
        />
      </div>
      <FindBar within={article} asked={find} shown={story} />
      <article ref={article} className={classes.story} lang={story.language ?? 'en'}>
        <header className={classes.head}>
          <p className={classes.kicker}>
            <span className={classes.file}>{story.source.name}</span>
            {story.source.origin !== undefined && (
              <Link to={placeOfOrigin(story.source.origin)}>{originWords(story.source.origin)}</Link>
            )}
            <span>{formatBytes(story.source.bytes)}</span>
            <span>{texts.story.told({ moment: formatMoment(story.createdAt, new Date()) })}</span>
            <span data-testid="reading-time">{describeReadingTime(readingMinutesOf(story))}</span>
          </p>
          <Title story={story} />
          <p className={classes.scope} data-testid="story-scope">
            {story.subtitle}
          </p>
          <StoryActions story={story} />
          <Versions storyId={story.id} />
          <UndoBar storyId={story.id} />
          <VerifyOutcome story={story} />
          <AskLine storyId={story.id} />
          <SourceNote storyId={story.id} />
          <ComparedNote id={story.id} />
        </header>
        {plan.map((part) =>
          part.kind === 'section' ? (
            <StorySection
              key={part.slug}
              slug={part.slug}
              section={part.section}
              form={formOfSection(roleOfSection(part.section))}
              charts={charts}
              insights={insights}
              asked={pressed}
              onAsk={askNumber}
              onAskInsight={askInsight}
              onMarkOf={explaining.onMarkOf}
            />
          ) : (
            <section key={part.slug} id={part.slug} className={classes.part} aria-labelledby={`${part.slug}-h`}>
              <h2 id={`${part.slug}-h`} tabIndex={-1} className={classes.heading}>
                {part.heading}
              </h2>
              {part.kind === 'figures' ? (
                <MethodDetails story={story} />
              ) : (
                story.tables.map((table) => <TableSection key={table.name} storyId={story.id} table={table} />)
              )}
            </section>
          ),
        )}
        {handed !== null && <HandFoot handed={handed} />}
      </article>
      {question !== null && (
        <EvidencePanel
          storyId={story.id}
          question={question}
          rows={rowsOfInsight(story, question.insight, current ?? '')}
          opener={opener}
          onExplain={explaining.onStatement(question.insight)}
          onClose={close}
        />
      )}
      {explaining.asked !== null && question === null && (
        <ExplainPanel
          storyId={story.id}
          asked={explaining.asked}
          from={current ?? ''}
          opener={opener}
          onClose={explaining.close}
        />
      )}
    </div>
  )
}

function Title({ story }: { readonly story: Story }) {
  const { hand: words } = useTexts()
  const handed = useHanded()
  const title = (
    <h1 className={classes.title} data-testid="story-title">
      {story.title}
    </h1>
  )
  if (handed === null) return title
  return (
    <Renamed
      draft="title"
      text={story.title}
      was={handed.hand.title === undefined ? null : handed.story.title}
      label={words.renameTitle}
      revertLabel={words.revertTitle}
      onRename={(text) => changeStory(handed.story, { kind: 'title', text })}
    >
      {title}
    </Renamed>
  )
}

type Part = ContentsEntry &
  (
    | { readonly kind: 'section'; readonly section: Story['sections'][number] }
    | { readonly kind: 'tables' }
    | { readonly kind: 'figures' }
  )

/** The order of reading: what was found, then the tables it was found in, then how. */
function planOf(story: Story, texts: Texts): readonly Part[] {
  const isLast = (section: Story['sections'][number]): boolean => closing.includes(roleOfSection(section))
  const body = story.sections.filter((section) => !isLast(section))
  const last = story.sections.filter(isLast)
  const tablesHeading =
    story.tables.length === 1 ? texts.story.theTableColumnByColumn : texts.story.theTablesColumnByColumn
  const headings = [...body.map(({ heading }) => heading), tablesHeading, ...last.map(({ heading }) => heading)]
  const slugs = slugsOf([...headings, texts.story.testsAndTimings])
  const slugAt = (index: number): string => slugs[index] ?? `part-${index}`
  return [
    ...body.map(
      (section, index): Part => ({ kind: 'section', slug: slugAt(index), heading: section.heading, section }),
    ),
    { kind: 'tables', slug: slugAt(body.length), heading: tablesHeading },
    ...last.map(
      (section, index): Part => ({
        kind: 'section',
        slug: slugAt(body.length + 1 + index),
        heading: section.heading,
        section,
      }),
    ),
    { kind: 'figures', slug: slugAt(headings.length), heading: texts.story.testsAndTimings },
  ]
}

function useSectionKeys(step: (by: 1 | -1) => void, storyId: string): void {
  const singleKeys = usePreferences((state) => state.singleKeys)
  useEffect(() => {
    if (!singleKeys) return
    const hear = (event: KeyboardEvent): void => {
      if (isTyping(event)) return
      if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === 'v') void verifyStory(storyId)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [step, storyId, singleKeys])
}
