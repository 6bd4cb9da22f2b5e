/** A document in a list: its first page, its title, how long it is, and where in it the words were found. */
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentSummary } from '../../shared/document/reading.ts'
import { assetAddress } from '../bridge/engine.ts'
import { useTexts } from '../stores/language.ts'
import { formatMoment } from '../words/amounts.ts'
import { EntryCard } from './entry-card.tsx'

interface DocumentCardProps {
  readonly document: DocumentSummary
  readonly now: Date
  /** What the list was searched for: looked for again in the document. */
  readonly search?: string
  readonly form: 'row' | 'card'
}

export function DocumentCard({ document, now, search = '', form }: DocumentCardProps) {
  const texts = useTexts()
  const { id, title, sourceName, pages, words, tables, page, snippet, thumbnail, createdAt } = document
  /** Its file is gone: the sign of its kind stands in for it. */
  const [lost, setLost] = useState(false)
  const size = texts.documents.pages({ pages })
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
      favourite={document.favourite ?? false}
      tags={document.tags ?? []}
      sourceName={sourceName}
      {...(page === null ? {} : { place: texts.documents.pageNumber({ page }) })}
      scope={
        snippet ??
        texts.documents.sizeAndText({
          size,
          text: words === 0 ? texts.documents.noText : texts.documents.words({ words }),
        })
      }
      found={snippet !== null}
      facts={[
        ...(snippet === null ? [] : [size]),
        ...(tables === 0 ? [] : [texts.documents.tables({ tables })]),
        formatMoment(createdAt, now),
      ]}
    />
  )
}
