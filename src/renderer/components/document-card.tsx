/** A document in a list: its first page, its title, how long it is, and where in it the words were found. */
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import { plural } from '../../shared/format/words.ts'
import { assetAddress } from '../bridge/engine.ts'
import { formatCount, formatMoment } from '../words/amounts.ts'
import { EntryCard } from './entry-card.tsx'

interface DocumentCardProps {
  readonly document: DocumentSummary
  readonly now: Date
  /** What the list was searched for: looked for again in the document. */
  readonly search?: string
  readonly form: 'row' | 'card'
}

export function DocumentCard({ document, now, search = '', form }: DocumentCardProps) {
  const { id, title, sourceName, pages, words, tables, page, snippet, thumbnail, createdAt } = document
  /** Its file is gone: the sign of its kind stands in for it. */
  const [lost, setLost] = useState(false)
  const size = `${formatCount(pages)} ${plural(pages, 'page')}`
  return (
    <EntryCard
      kind="document"
      id={id}
      form={form}
      title={title}
      // A hit in its title only is on no page.
      to={{ screen: 'document', id, page, find: page === null ? '' : search }}
      picture={
        thumbnail === null || lost ? (
          <IconFileText size={22} stroke={1.5} />
        ) : (
          <img
            src={assetAddress(id, thumbnail)}
            alt=""
            loading="lazy"
            draggable={false}
            onError={() => setLost(true)}
          />
        )
      }
      sourceName={sourceName}
      {...(page === null ? {} : { place: `Page ${formatCount(page)}` })}
      scope={snippet ?? `${size}, ${words === 0 ? 'no text' : `${formatCount(words)} ${plural(words, 'word')}`}`}
      found={snippet !== null}
      facts={[
        ...(snippet === null ? [] : [size]),
        ...(tables === 0 ? [] : [`${formatCount(tables)} ${plural(tables, 'table')}`]),
        formatMoment(createdAt, now),
      ]}
    />
  )
}
