/** A document as it is read: a bar, the pages, and what stands beside them. */
import { useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useKnownJob } from '../../queries/jobs.ts'
import { forgetSearch, refreshSearch } from '../../stores/document-search.ts'
import { useTexts } from '../../stores/language.ts'
import { startReading } from '../../stores/reader.ts'
import { FailureNote } from '../failure-note.tsx'
import { Link } from '../link.tsx'
import classes from './document-reader.module.css'
import { FindBar } from './find-bar.tsx'
import { OutsideLink } from './outside-link.tsx'
import { isDrawn, PageScroller } from './page-scroller.tsx'
import { ProgressStrip } from './progress-strip.tsx'
import { SidePanel } from './side-panel.tsx'
import { StoryPanel } from './story-panel.tsx'
import { useTableActions } from './table-actions.ts'
import { TableDialog } from './table-dialog.tsx'
import { Toolbar } from './toolbar.tsx'
import { useAddress } from './use-address.ts'
import { usePanels } from './use-panels.ts'
import { useReaderKeys } from './use-reader-keys.ts'

interface DocumentReaderProps {
  readonly view: DocumentView
  /** As the address names them. */
  readonly page: number | null
  readonly find: string
}

export function DocumentReader({ view, page, find }: DocumentReaderProps) {
  const { id } = view
  const [outside, setOutside] = useState<string | null>(null)
  const [scale, setScale] = useState<number | null>(null)
  const drawn = isDrawn(view)
  useEffect(() => {
    startReading(id)
    return forgetSearch
  }, [id])
  const panels = usePanels(view, drawn)
  const actions = useTableActions(id, view.tables)
  useAddress(id, page, find)
  useReaderKeys(view, panels, scale)
  useSearchOfNewPages(view)
  const body = useRef<HTMLDivElement>(null)
  // What was closed takes the focus with it: then it is the pages' again.
  useFocusOnPages(body, `${panels.side} ${panels.story} ${panels.searching}`)
  return (
    <div className={classes.reader} data-testid="document-reader" data-status={view.status}>
      <Toolbar view={view} panels={panels} scale={scale} />
      {!(view.status === 'failed' && view.pages.length === 0) && <ProgressStrip view={view} />}
      <div className={classes.body} ref={body}>
        {panels.side !== 'none' && <SidePanel view={view} panels={panels} actions={actions} />}
        <div className={classes.middle}>
          {panels.searching && <FindBar view={view} onClose={panels.toggleSearch} />}
          {view.pages.length === 0 ? (
            <Unopened view={view} />
          ) : (
            <PageScroller view={view} actions={actions} onOutside={setOutside} onScale={setScale} />
          )}
        </div>
        {panels.story && <StoryPanel view={view} panels={panels} />}
      </div>
      <TableDialog tables={view.tables} actions={actions} />
      <OutsideLink address={outside} onClose={() => setOutside(null)} />
    </div>
  )
}

/** Before its pages are known: what is being done, in the place where they will be. */
function Unopened({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const job = useKnownJob(view.id)
  const failure = view.failure ?? job?.failure ?? null
  if (view.status === 'failed' && failure !== null) {
    return (
      <div className={classes.refused}>
        <FailureNote failure={failure} testId="document-refused" asHeading={false}>
          <Link to={{ screen: 'job', id: view.id }}>{texts.documents.seeItsJob}</Link>
        </FailureNote>
      </div>
    )
  }
  return (
    <div className={classes.unopened} data-working={view.status === 'processing' || undefined}>
      <span className={classes.sheet} aria-hidden="true" />
      <p>
        {view.status === 'completed'
          ? texts.documents.thisDocumentHasNoPages
          : view.status === 'failed'
            ? texts.documents.noPageOfItCould
            : texts.documents.itsPagesAppearHereAs}
      </p>
    </div>
  )
}

function useSearchOfNewPages(view: DocumentView): void {
  const ready = view.pages.reduce((sum, page) => sum + (page.ready ? 1 : 0), 0)
  const before = useRef(ready)
  useEffect(() => {
    if (before.current === ready) return
    before.current = ready
    refreshSearch(view.id)
  }, [ready, view.id])
}

/** So that the keys that scroll do so from the start. The window moves the focus on arrival; this follows it. */
function useFocusOnPages(body: React.RefObject<HTMLElement | null>, beside: string): void {
  useEffect(() => {
    void beside
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document
      const isFree = activeElement === null || activeElement === document.body || activeElement.tagName === 'MAIN'
      const pages = body.current?.querySelector<HTMLElement>('[data-reader-pages]')
      if (!isFree || !pages) return
      // Nobody moved the focus here: no ring says so until it has left and come back.
      pages.toggleAttribute('data-arrived', true)
      pages.addEventListener('blur', () => pages.removeAttribute('data-arrived'), { once: true })
      pages.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [body, beside])
}
