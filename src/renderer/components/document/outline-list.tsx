/** The outline of a document; the section one is in is marked. */
import type { DocumentView } from '../../../shared/document/reading.ts'
import { hrefOf } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { useReader } from '../../stores/reader.ts'
import { sectionAt } from '../../words/document-words.ts'
import classes from './panel-list.module.css'
import { visitPage } from './use-address.ts'
import { VirtualList } from './virtual-list.tsx'

interface OutlineListProps {
  readonly view: Pick<DocumentView, 'id' | 'outline' | 'pages'>
  readonly onUsed: () => void
}

const rowHeight = 32
const heightOf = (): number => rowHeight
const deepestShown = 6

export function OutlineList({ view, onUsed }: OutlineListProps) {
  const texts = useTexts()
  const { id, outline, pages } = view
  const page = useReader((state) => state.page)
  const current = sectionAt(outline, page)
  return (
    <VirtualList
      label={texts.documents.outline}
      count={outline.length}
      heightOf={heightOf}
      current={current}
      testId="outline"
      row={(place) => {
        const entry = outline[place]
        if (entry === undefined) return null
        const style = { paddingLeft: 12 + 14 * (Math.min(deepestShown, entry.level) - 1) }
        const target = entry.page
        if (target === null) {
          return (
            <span className={classes.row} style={style} title={entry.title}>
              <span className={classes.text}>{entry.title}</span>
            </span>
          )
        }
        return (
          <a
            className={classes.row}
            style={style}
            title={entry.title}
            href={hrefOf({ screen: 'document', id, page: target, find: '' })}
            aria-current={place === current ? 'location' : undefined}
            onClick={(event) => {
              event.preventDefault()
              visitPage(id, target)
              onUsed()
            }}
          >
            <span className={classes.text}>{entry.title}</span>
            <span className={classes.page}>{pages[target - 1]?.label ?? target}</span>
          </a>
        )
      }}
    />
  )
}
