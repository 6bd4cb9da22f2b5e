/** What a document says, in its own words, beside its pages: every statement leads to where it stands. */
import { IconX } from '@tabler/icons-react'
import type { DocumentStory } from '../../../shared/document/document-story.ts'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { namedIn } from '../../../shared/format/words.ts'
import { droppedSentence } from '../../../shared/story/dropped.ts'
import { useKnownJob } from '../../queries/jobs.ts'
import { useTexts } from '../../stores/language.ts'
import { describeAbout, describeReading } from '../../words/document-words.ts'
import { Mentions } from './story-mentions.tsx'
import classes from './story-panel.module.css'
import { Part, PlaceLink, type Visits } from './story-parts.tsx'
import { Quotations, StorySections } from './story-quotations.tsx'
import { visitPage, visitPlaces, visitTable } from './use-address.ts'
import type { ReaderPanels } from './use-panels.ts'

interface StoryPanelProps {
  readonly view: DocumentView
  readonly panels: ReaderPanels
}

export function StoryPanel({ view, panels }: StoryPanelProps) {
  const texts = useTexts()
  const { id, story } = view
  const { used } = panels
  const visits: Visits = {
    id,
    places: (places) => {
      visitPlaces(id, places)
      used()
    },
    page: (page) => {
      visitPage(id, page)
      used()
    },
    table: (table, page) => {
      visitTable(id, table, page)
      used()
    },
    labelOf: (page) => view.pages[page - 1]?.label ?? String(page),
  }
  return (
    <aside
      className={classes.panel}
      aria-label={texts.documentStory.storyOfTheDocument}
      data-testid="document-story"
      data-print="hide"
      data-over={panels.over || undefined}
    >
      <div className={classes.head}>
        <h2 className={classes.kicker}>{texts.documentStory.whatItSays}</h2>
        <button
          type="button"
          className={classes.close}
          aria-label={texts.documentStory.closeTheStory}
          onClick={panels.toggleStory}
        >
          <IconX size={17} aria-hidden />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard. */}
      <section className={classes.body} aria-label={texts.documentStory.story} tabIndex={0}>
        {story === null ? <NotYet view={view} /> : <Story view={view} story={story} visits={visits} />}
      </section>
    </aside>
  )
}

function NotYet({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const job = useKnownJob(view.id) ?? null
  const line = describeReading(view, job, Date.now())
  switch (view.status) {
    case 'queued':
    case 'processing':
      return (
        <div className={classes.notYet} role="status">
          <p>{texts.documentStory.itsKeySentencesSectionsNames}</p>
          {line !== null && <p className={classes.faint}>{line}.</p>}
        </div>
      )
    case 'failed':
    case 'cancelled':
      return <p className={classes.notYet}>{texts.documentStory.thereIsNoStoryThe}</p>
    case 'completed':
      return <p className={classes.notYet}>{texts.documentStory.thereIsNoStoryOf}</p>
  }
}

interface StoryProps {
  readonly view: DocumentView
  readonly story: DocumentStory
  readonly visits: Visits
}

function Story({ view, story, visits }: StoryProps) {
  const texts = useTexts()
  const { about, quotations, sections, terms, names, dates, amounts, figures, tables, readability, verified } = story
  return (
    <>
      <p className={classes.title}>{view.title}</p>
      <p className={classes.about} data-testid="story-about">
        {describeAbout(story)}
      </p>
      {about.scannedPages.length > 0 && (
        <p className={classes.caution}>
          {about.scannedPages.length === about.pages
            ? texts.documentStory.allPictures
            : texts.documentStory.somePictures({
                pages: about.scannedPages.length,
              })}
        </p>
      )}
      {verified.statements === 0 && about.scannedPages.length === 0 && (
        <p className={classes.plain}>
          {about.words === 0 ? texts.documentStory.thereIsNoTextIn : texts.documentStory.thereIsTooLittleText}
        </p>
      )}
      {quotations.length > 0 && (
        <Part title={texts.documentStory.inItsOwnWords}>
          <Quotations quotations={quotations} visits={visits} />
        </Part>
      )}
      {sections.length > 0 && (
        <Part title={texts.documentStory.sectionBySection}>
          <StorySections sections={sections} visits={visits} />
        </Part>
      )}
      <Mentions
        title={texts.documentStory.keyTerms}
        items={terms.map(({ term, ...rest }) => ({ text: term, ...rest }))}
        visits={visits}
      />
      <Mentions
        title={texts.documentStory.names}
        items={names.map(({ name, ...rest }) => ({ text: name, ...rest }))}
        visits={visits}
      />
      <Mentions
        title={texts.documentStory.dates}
        items={[...dates].sort((a, b) => (a.date < b.date ? -1 : 1))}
        visits={visits}
      />
      <Mentions title={texts.documentStory.amounts} items={amounts} visits={visits} />
      {figures.length > 0 && (
        <Part title={texts.documentStory.figures}>
          <ul className={classes.rows}>
            {figures.map(({ caption, place }) => (
              <li key={`${place.page} ${place.start}`}>
                <PlaceLink page={place.page} visits={visits} onVisit={() => visits.places([place])}>
                  {caption}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {tables.length > 0 && (
        <Part title={texts.documentStory.tables}>
          <ul className={classes.rows}>
            {tables.map(({ table, page, caption }) => (
              <li key={table}>
                <PlaceLink page={page} visits={visits} onVisit={() => visits.table(table, page)}>
                  {caption ?? texts.documents.tableNumber({ number: table + 1 })}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {readability !== null && (
        <Part title={texts.documentStory.howHardItIsTo}>
          <p className={classes.plain}>
            {namedIn(texts.documentText.reads, readability.reads)}{' '}
            <span className={classes.faint}>
              ({namedIn(texts.documentText.formulas, readability.formula)} {readability.score.toFixed(0)})
            </span>
          </p>
        </Part>
      )}
      {verified.statements > 0 && <Closing story={story} />}
    </>
  )
}

function Closing({ story }: { readonly story: DocumentStory }) {
  const texts = useTexts()
  const { method, verified } = story
  const left = droppedSentence(texts, method.dropped)
  return (
    <p className={classes.closing}>
      {method.sentencesRanked > 0 &&
        `${texts.documentStory.quoted({
          sentences: method.sentencesRanked,
          method: method.ranking,
          sampled: method.sampled ? 'yes' : 'no',
        })} `}
      {texts.documentStory.foundAgain({
        matched: verified.matched,
        statements: verified.statements,
      })}
      {left !== null && ` ${left}`}
    </p>
  )
}
