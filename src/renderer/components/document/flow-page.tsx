/** A page of a document that is flowed and not drawn: set as text for reading, in a tree of its own. */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DocumentTable } from '../../../shared/document/document.ts'
import { usePage } from '../../queries/document-pages.ts'
import { useTexts } from '../../stores/language.ts'
import { describePagePending, pageName } from '../../words/document-words.ts'
import type { PageProps } from './drawn-page.tsx'
import { followFlowLink } from './flow-links.ts'
import { markRanges } from './flow-marks.ts'
import classes from './flow-page.module.css'
import styleText from './flow-page-content.css?inline'
import { FlowText } from './flow-text.ts'
import { addressAttribute, buildMarkup, placeAttribute } from './safe-markup.ts'
import { type TableBox, TableLayer } from './table-layer.tsx'

/** Finds where on a page something stands, in CSS pixels from its top; null where it is not there. */
export interface FlowPlaces {
  readonly ofText: (start: number, end: number) => { readonly top: number; readonly height: number } | null
  readonly ofTable: (table: number) => { readonly top: number; readonly height: number } | null
  readonly ofName: (name: string) => { readonly top: number; readonly height: number } | null
}

interface FlowPageProps extends Omit<PageProps, 'height'> {
  /** Where the page is not drawn yet: what its height is taken for. */
  readonly estimate: number
  readonly onHeight: (page: number, height: number) => void
  /** Null once it is gone. */
  readonly onPlaces: (page: number, places: FlowPlaces | null) => void
}

let sharedStyle: CSSStyleSheet | undefined

function styleSheet(): CSSStyleSheet {
  if (sharedStyle === undefined) {
    sharedStyle = new CSSStyleSheet()
    sharedStyle.replaceSync(styleText)
  }
  return sharedStyle
}

export const FlowPage = memo(function FlowPage(props: FlowPageProps) {
  const texts = useTexts()
  const { view, facts, top, width, estimate, marks, tables, onHeight, onPlaces, onOutside } = props
  const { number, label, ready } = facts
  const { reading, failure } = usePage(view.id, number, ready)
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [text, setText] = useState<FlowText | null>(null)
  const [boxes, setBoxes] = useState<readonly TableBox[]>([])

  useLayoutEffect(() => {
    const element = host.current
    if (element === null || reading === null) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleSheet()]
    const content = document.createElement('div')
    content.className = 'content'
    if (reading.page.html === undefined) {
      content.classList.add('plain')
      content.textContent = reading.page.text
    } else content.append(buildMarkup(reading.page.html, view.id))
    root.replaceChildren(content)
    setText(new FlowText(reading.page.text, content))
  }, [reading, view.id])

  useEffect(() => {
    if (text === null) return
    return markRanges(
      marks.flatMap((mark) => {
        const range = text.rangeOf(mark.start, mark.end)
        return range === null ? [] : [{ range, kind: mark.kind }]
      }),
    )
  }, [text, marks])

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || reading === null) return
    const report = (): void => {
      onHeight(number, element.offsetHeight)
      const root = host.current?.shadowRoot
      if (root) setBoxes(tables === null ? [] : boxesOf(view.tables, number, root, element))
    }
    report()
    const observer = new ResizeObserver(report)
    observer.observe(element)
    return () => observer.disconnect()
  }, [reading, number, onHeight, tables, view.tables])

  useEffect(() => {
    const element = frame.current
    const root = host.current?.shadowRoot
    if (text === null || element === null || !root) return
    const within = (found: Range | Element | null | undefined): { top: number; height: number } | null => {
      if (!found) return null
      const box = found.getBoundingClientRect()
      return { top: box.top - element.getBoundingClientRect().top, height: box.height }
    }
    onPlaces(number, {
      ofText: (start, end) => within(text.rangeOf(start, end)),
      ofTable: (table) => boxesOf(view.tables, number, root, element).find((box) => box.table === table) ?? null,
      ofName: (name) => within(root.getElementById(name)),
    })
    return () => onPlaces(number, null)
  }, [text, number, onPlaces, view.tables])

  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: a page is a group of what stands on it.
    <div
      ref={frame}
      role="group"
      className={classes.page}
      style={{ top, width, ...(reading === null ? { height: estimate } : {}) }}
      aria-label={texts.documents.pageNamed({ name: pageName(number, label) })}
      data-page={number}
      data-ready={ready || undefined}
      data-flow
    >
      {!ready && <p className={classes.pending}>{describePagePending(view, number)}</p>}
      {failure !== null && ready && (
        <p className={classes.pending} role="alert">
          {failure.message} {failure.hint}
        </p>
      )}
      {/* Keys are heard where the links are: within the tree of its own, which passes them on. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above. */}
      <div
        ref={host}
        data-testid="flow-content"
        onClick={(event) => use(event.nativeEvent, view.id, number, onOutside)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') use(event.nativeEvent, view.id, number, onOutside)
        }}
      />
      {tables !== null && boxes.length > 0 && (
        <TableLayer view={view} boxes={boxes} chosen={tables.chosen} actions={tables.actions} />
      )}
      <p className={classes.number} aria-hidden="true">
        {number}
      </p>
    </div>
  )
})

function use(event: Event, id: string, page: number, onOutside: (address: string) => void): void {
  const [target] = event.composedPath()
  if (!(target instanceof Element)) return
  const link = target.closest(`[${placeAttribute}], [${addressAttribute}]`)
  const address = link?.getAttribute(addressAttribute)
  const place = link?.getAttribute(placeAttribute)
  if (address) onOutside(address)
  else if (place) void followFlowLink(id, page, place)
}

/** Tables of a flowed page have no box of their own: one is known by the words its first row begins with. */
function boxesOf(
  tables: readonly DocumentTable[],
  page: number,
  root: ShadowRoot,
  frame: HTMLElement,
): readonly TableBox[] {
  const corner = frame.getBoundingClientRect()
  const free = new Set(
    [...root.querySelectorAll('table')].filter((element) => element.parentElement?.closest('table') === null),
  )
  const boxes: TableBox[] = []
  for (const [table, { page: first, rows }] of tables.entries()) {
    if (first !== page) continue
    const words = solid((rows[0] ?? []).join(''))
    for (const element of free) {
      const [row] = element.rows
      const own = solid(element.textContent)
      if (!own.includes(words.slice(0, 200)) && solid(row?.textContent ?? '') !== words) continue
      free.delete(element)
      const box = element.getBoundingClientRect()
      boxes.push({
        table,
        left: box.left - corner.left,
        top: box.top - corner.top,
        width: box.width,
        height: box.height,
        isStart: true,
      })
      break
    }
  }
  return boxes
}

function solid(text: string): string {
  return text.replace(/\s+/gu, '')
}
