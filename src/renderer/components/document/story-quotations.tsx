/** Sentences of a document as they stand in it, by themselves and section by section. */
import type { DocumentStory, Quotation } from '../../../shared/document/document-story.ts'
import { useTexts } from '../../stores/language.ts'
import { describePages } from '../../words/document-words.ts'
import classes from './story-panel.module.css'
import { PlaceLink, type Visits } from './story-parts.tsx'

interface QuotationsProps {
  readonly quotations: readonly Quotation[]
  readonly visits: Visits
}

export function Quotations({ quotations, visits }: QuotationsProps) {
  return (
    <ul className={classes.quotations}>
      {quotations.map(({ text, places }) => {
        const page = places[0]?.page ?? 1
        return (
          <li key={`${page} ${places[0]?.start}`}>
            <PlaceLink page={page} visits={visits} onVisit={() => visits.places(places)}>
              {text.replace(/\s+/gu, ' ')}
            </PlaceLink>
          </li>
        )
      })}
    </ul>
  )
}

interface StorySectionsProps {
  readonly sections: DocumentStory['sections']
  readonly visits: Visits
}

export function StorySections({ sections, visits }: StorySectionsProps) {
  const texts = useTexts()
  return (
    <ul className={classes.sections}>
      {sections.map(({ heading, level, place, pages, words, quotations }) => {
        const [first, last] = pages
        const scope = texts.documentStory.sectionScope({
          pages: describePages(visits.labelOf(first), visits.labelOf(last)),
          words,
        })
        const go = (): void => (place === null ? visits.page(first) : visits.places([place]))
        const link = (
          <a
            href={`#/documents/${encodeURIComponent(visits.id)}/p${first}`}
            className={classes.sectionLink}
            onClick={(event) => {
              event.preventDefault()
              go()
            }}
          >
            {heading}
          </a>
        )
        return (
          <li key={`${first} ${heading} ${place?.start}`} data-level={Math.min(3, level)}>
            <p className={classes.sectionHead}>
              {link}
              <span className={classes.faint}>{scope}</span>
            </p>
            {quotations.length > 0 && (
              <details className={classes.details}>
                <summary>
                  {texts.documentStory.keySentences({ count: quotations.length })}
                  <span className="visually-hidden"> {texts.documentStory.ofSection({ heading })}</span>
                </summary>
                <Quotations quotations={quotations} visits={visits} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
