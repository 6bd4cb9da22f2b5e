/** Small pictures of all pages, of which only those in sight are there. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { pageFileStem } from '../../../shared/document/part.ts'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { assetAddress } from '../../bridge/engine.ts'
import { hrefOf } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { useReader } from '../../stores/reader.ts'
import { pageName } from '../../words/document-words.ts'
import { a4 } from '../../words/page-layout.ts'
import classes from './panel-list.module.css'
import { visitPage } from './use-address.ts'
import { VirtualList } from './virtual-list.tsx'

interface ThumbnailsProps {
  readonly view: DocumentView
  readonly onUsed: () => void
}

const width = 136
const tallest = 240
const room = 38

export function Thumbnails({ view, onUsed }: ThumbnailsProps) {
  const texts = useTexts()
  const current = useReader((state) => state.page)
  const { id, pages } = view
  const failed = useMemo(
    () => new Set(view.warnings.filter(({ code }) => code === 'page_failed').map(({ page }) => page)),
    [view.warnings],
  )
  const count = pages.length
  // The sizes are known from the start and do not change: only their number says that they are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const heightOf = useCallback((place: number) => sheetOf(pages[place]).height + room, [id, count])
  return (
    <VirtualList
      label={texts.documents.pages2}
      count={count}
      heightOf={heightOf}
      current={current - 1}
      testId="thumbnails"
      row={(place) => {
        const page = pages[place]
        if (page === undefined) return null
        const { number, label, ready } = page
        const sheet = sheetOf(page)
        return (
          <a
            className={classes.thumbnail}
            href={hrefOf({ screen: 'document', id, page: number, find: '' })}
            aria-label={
              ready
                ? texts.documents.pageNamed({ name: pageName(number, label) })
                : texts.documents.pageNotYetRead({ name: pageName(number, label) })
            }
            aria-current={number === current ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault()
              visitPage(id, number)
              onUsed()
            }}
          >
            <span className={classes.sheet} style={sheet} data-waiting={!ready || undefined}>
              {ready && failed.has(number) && <IconAlertTriangle size={22} aria-hidden />}
              {ready && !failed.has(number) && <Picture id={id} number={number} />}
            </span>
            <span>{label ?? number}</span>
          </a>
        )
      }}
    />
  )
}

function Picture({ id, number }: { readonly id: string; readonly number: number }) {
  const [missing, setMissing] = useState(false)
  if (missing) return null
  return (
    <img
      src={assetAddress(id, `thumbnails/${pageFileStem(number)}.webp`)}
      alt=""
      decoding="async"
      onError={() => setMissing(true)}
    />
  )
}

function sheetOf(page: DocumentView['pages'][number] | undefined): { readonly width: number; readonly height: number } {
  const size = page !== undefined && page.width > 0 && page.height > 0 ? page : a4
  const height = (width * size.height) / size.width
  const shrink = Math.min(1, tallest / height)
  return { width: Math.round(width * shrink), height: Math.round(height * shrink) }
}
