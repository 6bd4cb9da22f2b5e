/** What the search found, each hit with the words around it. */
import type { DocumentView } from '../../../shared/document/reading.ts'
import { hrefOf } from '../../routes/route.ts'
import { lookAtHit, useDocumentSearch } from '../../stores/document-search.ts'
import { useTexts } from '../../stores/language.ts'
import { goToText } from '../../stores/reader.ts'
import classes from './panel-list.module.css'
import { VirtualList } from './virtual-list.tsx'

interface HitsListProps {
  readonly view: Pick<DocumentView, 'id' | 'pages'>
  readonly onUsed: () => void
}

const rowHeight = 78
const heightOf = (): number => rowHeight

export function HitsList({ view, onUsed }: HitsListProps) {
  const texts = useTexts()
  const { hits, current, answered, words } = useDocumentSearch()
  if (hits.length === 0) {
    return (
      <p className={classes.empty}>
        {answered === null || words.trim() === ''
          ? texts.documentSearch.typeWordsToLookFor
          : texts.documentSearch.foundNowhere}
      </p>
    )
  }
  return (
    <VirtualList
      label={texts.documentSearch.found}
      count={hits.length}
      heightOf={heightOf}
      current={current}
      testId="hits"
      row={(place) => {
        const hit = hits[place]
        if (hit === undefined) return null
        const { page, start, end, snippet, snippetStart, snippetEnd } = hit
        return (
          <a
            className={classes.row}
            href={hrefOf({ screen: 'document', id: view.id, page, find: words })}
            aria-current={place === current ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              lookAtHit(place)
              goToText(page, start, end)
              onUsed()
            }}
          >
            <span className={classes.snippet}>
              {withoutLeaders(snippet.slice(0, snippetStart))}
              <mark>{snippet.slice(snippetStart, snippetEnd)}</mark>
              {withoutLeaders(snippet.slice(snippetEnd))}
            </span>
            <span className={classes.page}>{view.pages[page - 1]?.label ?? page}</span>
          </a>
        )
      }}
    />
  )
}

/** Of a table of contents the words, without the dots that lead to the page numbers. */
function withoutLeaders(text: string): string {
  return text.replace(/(?:\.\s?){4,}/gu, '… ')
}
