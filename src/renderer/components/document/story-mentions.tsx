/** Terms, names, dates and amounts of a document: how often each stands in it, and a way to each of its places. */
import { useState } from 'react'
import type { Place } from '../../../shared/document/document-story.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import classes from './story-panel.module.css'
import { Part, type Visits } from './story-parts.tsx'

interface Mention {
  readonly text: string
  readonly count: number
  readonly places: readonly Place[]
}

interface MentionsProps {
  readonly title: string
  readonly items: readonly Mention[]
  readonly visits: Visits
}

const shownAtFirst = 14

export function Mentions({ title, items, visits }: MentionsProps) {
  const texts = useTexts()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, shownAtFirst)
  return (
    <Part title={title}>
      <ul className={classes.mentions}>
        {shown.map((item) => (
          <li key={`${item.text} ${item.places[0]?.page} ${item.places[0]?.start}`}>
            <MentionButton item={item} visits={visits} />
          </li>
        ))}
        {items.length > shown.length && (
          <li>
            <button type="button" className={classes.more} onClick={() => setAll(true)}>
              {texts.documentStory.more({ count: items.length - shown.length })}
              <span className="visually-hidden"> {title.toLowerCase()}</span>
            </button>
          </li>
        )}
      </ul>
    </Part>
  )
}

/** Each press leads to the next of its places, and then round. */
function MentionButton({ item, visits }: { readonly item: Mention; readonly visits: Visits }) {
  const texts = useTexts()
  const [at, setAt] = useState(-1)
  const { text, count, places } = item
  const next = places[(at + 1) % places.length]
  if (next === undefined) return null
  const words = text.replace(/\s+/gu, ' ')
  return (
    <button
      type="button"
      className={classes.mention}
      data-testid="story-mention"
      title={texts.documents.pageNamed({ name: visits.labelOf(next.page) })}
      onClick={() => {
        setAt((at + 1) % places.length)
        visits.places([next])
      }}
    >
      {words}
      {count > 1 && (
        <span className={classes.count}>
          {formatCount(count)}
          <span className="visually-hidden"> {texts.documentStory.times}</span>
        </span>
      )}
      <span className="visually-hidden">{texts.documentStory.goToPage({ page: visits.labelOf(next.page) })}</span>
    </button>
  )
}
