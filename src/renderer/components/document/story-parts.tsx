/** What the parts of a document's story are made of: a heading, and statements that lead to where they stand. */
import type { Place } from '../../../shared/document/document-story.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './story-panel.module.css'

/** Leads to where something of the document stands, and makes room on a narrow window. */
export interface Visits {
  readonly places: (places: readonly Place[]) => void
  readonly page: (page: number) => void
  readonly table: (table: number, page: number) => void
  /** The address of a page, for the link's own sake. */
  readonly id: string
  readonly labelOf: (page: number) => string
}

interface PartProps {
  readonly title: string
  readonly children: React.ReactNode
}

export function Part({ title, children }: PartProps) {
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  )
}

interface PlaceLinkProps {
  readonly page: number
  readonly visits: Visits
  readonly onVisit: () => void
  readonly children: React.ReactNode
}

/** A statement that leads to its page. */
export function PlaceLink({ page, visits, onVisit, children }: PlaceLinkProps) {
  const texts = useTexts()
  return (
    <a
      className={classes.statement}
      href={`#/documents/${encodeURIComponent(visits.id)}/p${page}`}
      data-testid="story-statement"
      onClick={(event) => {
        event.preventDefault()
        onVisit()
      }}
    >
      {/* In its own direction, whatever the window's. */}
      <bdi>{children}</bdi>{' '}
      <span className={classes.page}>{texts.documents.onePage({ page: visits.labelOf(page) })}</span>
    </a>
  )
}
