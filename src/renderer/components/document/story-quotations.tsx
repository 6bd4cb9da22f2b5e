/** Sentences of a document as they stand in it, by themselves and section by section. */

import type { DocumentStory, Quotation } from '../../../shared/document/document-story.ts'
import { plural } from '../../../shared/format/words.ts'
import { formatCount } from '../../words/amounts.ts'
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
  return (
    <ul className={classes.sections}>
      {sections.map(({ heading, level, place, pages, words, quotations }) => {
        const [first, last] = pages
        const scope = `${first === last ? `page ${visits.labelOf(first)}` : `pages ${visits.labelOf(first)} to ${visits.labelOf(last)}`} · ${formatCount(words)} ${plural(words, 'word')}`
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
                  {formatCount(quotations.length)} key {plural(quotations.length, 'sentence')}
                  <span className="visually-hidden"> of {heading}</span>
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
