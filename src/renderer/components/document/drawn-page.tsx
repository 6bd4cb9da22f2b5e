/** A page that was drawn: its image, and over it what is marked, selected, linked and found as a table. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPhotoOff } from '@tabler/icons-react'
import { memo, useEffect, useState } from 'react'
import { pageFileStem } from '../../../shared/document/part.ts'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { sayWarning } from '../../../shared/document/warning.ts'
import { assetAddress } from '../../bridge/engine.ts'
import { usePage } from '../../queries/document-pages.ts'
import { useTexts } from '../../stores/language.ts'
import { describePagePending, pageName } from '../../words/document-words.ts'
import classes from './drawn-page.module.css'
import { LinkLayer } from './link-layer.tsx'
import { MarkLayer, type TextMark } from './mark-layer.tsx'
import type { TableActions } from './table-actions.ts'
import { TableLayer, tableBoxesOf } from './table-layer.tsx'
import { TextLayer } from './text-layer.tsx'

export interface PageProps {
  readonly view: DocumentView
  readonly facts: DocumentView['pages'][number]
  /** CSS pixels from the top of the first page's gap. */
  readonly top: number
  readonly width: number
  readonly height: number
  readonly marks: readonly TextMark[]
  /** Null where tables are not outlined. */
  readonly tables: { readonly chosen: number | null; readonly actions: TableActions } | null
  readonly onOutside: (address: string) => void
}

interface DrawnPageProps extends PageProps {
  /** CSS pixels a point. */
  readonly scale: number
}

export const DrawnPage = memo(function DrawnPage(props: DrawnPageProps) {
  const texts = useTexts()
  const { view, facts, top, width, height, scale, marks, tables, onOutside } = props
  const { number, label, ready } = facts
  const { reading, failure, retry } = usePage(view.id, number, ready)
  const warnings = view.warnings.filter((warning) => warning.page === number)
  const failed = warnings.find(({ code }) => code === 'page_failed')
  // Laid out in points once; the zoom only scales them.
  const layerStyle = { width: facts.width, height: facts.height, transform: `scale(${scale})` }
  const boxes = tables === null ? [] : tableBoxesOf(view.tables, number, scale)
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: a page is a group of what stands on it.
    <div
      role="group"
      className={classes.page}
      style={{ top, width, height }}
      aria-label={texts.documents.pageNamed({ name: pageName(number, label) })}
      aria-busy={!ready && view.status === 'processing'}
      data-page={number}
      data-ready={ready || undefined}
    >
      {ready && <PageImage key={String(ready)} id={view.id} number={number} failed={failed !== undefined} />}
      {!ready && <Pending view={view} number={number} />}
      {failed !== undefined && (
        <p className={classes.failed} data-testid="page-failed">
          <IconAlertTriangle size={22} aria-hidden />
          <span>{sayWarning(texts, failed)}</span>
        </p>
      )}
      {failure !== null && ready && (
        <div className={classes.note} role="alert">
          <span>{failure.message}</span>
          <Button size="compact-xs" variant="default" onClick={retry}>
            {texts.documents.tryAgain}
          </Button>
        </div>
      )}
      {reading !== null && (
        <div className={classes.marks} style={layerStyle}>
          <MarkLayer reading={reading} marks={marks} />
        </div>
      )}
      {reading !== null && (
        <div className={classes.layers} style={layerStyle}>
          <TextLayer reading={reading} />
          <LinkLayer id={view.id} page={reading.page} onOutside={onOutside} />
        </div>
      )}
      {tables !== null && boxes.length > 0 && (
        <TableLayer view={view} boxes={boxes} chosen={tables.chosen} actions={tables.actions} />
      )}
    </div>
  )
})

function Pending({ view, number }: { readonly view: DocumentView; readonly number: number }) {
  return (
    <div className={classes.pending} data-working={view.status === 'processing' || undefined}>
      <span className={classes.lines} aria-hidden="true" />
      <p>{describePagePending(view, number)}</p>
    </div>
  )
}

interface PageImageProps {
  readonly id: string
  readonly number: number
  readonly failed: boolean
}

/** The thumbnail first, as it is there at once, then the page itself over it. */
function PageImage({ id, number, failed }: PageImageProps) {
  const texts = useTexts()
  const [state, setState] = useState<'loading' | 'shown' | 'missing'>('loading')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    // Pages that are only scrolled past need not be decoded.
    const timer = setTimeout(() => setAsked(true), 40)
    return () => clearTimeout(timer)
  }, [])
  const stem = pageFileStem(number)
  const thumbnail = assetAddress(id, `thumbnails/${stem}.webp`)
  if (failed) return null
  return (
    <>
      {state !== 'missing' && (
        <div
          className={classes.thumbnail}
          data-covered={state === 'shown' || undefined}
          style={{ backgroundImage: `url("${thumbnail}")` }}
        />
      )}
      {asked && state !== 'missing' && (
        <img
          className={classes.image}
          src={assetAddress(id, `pages/${stem}.webp`)}
          alt=""
          draggable={false}
          decoding="async"
          data-shown={state === 'shown' || undefined}
          onLoad={() => setState('shown')}
          onError={() => setState('missing')}
        />
      )}
      {state === 'missing' && (
        <p className={classes.missing}>
          <IconPhotoOff size={18} aria-hidden />
          {texts.documents.thisPageHasNoPicture}
        </p>
      )}
    </>
  )
}
