/**
 * The text of a page, invisible over its image, each piece as wide as it is printed: what is selected covers the letters
 * one sees, and assistive technology reads the page. Made without React: a dense page has a thousand pieces.
 */
import { memo, useEffect, useRef } from 'react'
import type { PageReading, TextLine } from '../../../shared/document/reading.ts'
import { frameOf } from '../../words/document-places.ts'
import { fitText } from './measure-text.ts'
import classes from './text-layer.module.css'

/** Scrolling past a page is not reading it: its text is laid out once it has stayed in sight for so long. */
const layOutAfterMs = 60

interface TextLayerProps {
  readonly reading: PageReading
}

export const TextLayer = memo(function TextLayer({ reading }: TextLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = layer.current
    if (element === null) return
    const timer = setTimeout(() => {
      element.replaceChildren(...reading.lines.map(drawLine), endOfContent())
    }, layOutAfterMs)
    return () => clearTimeout(timer)
  }, [reading])
  return (
    <div
      ref={layer}
      className={classes.layer}
      data-text-layer={reading.page.number}
      onPointerDown={(event) => event.currentTarget.toggleAttribute('data-selecting', true)}
    />
  )
})

function drawLine(line: TextLine, place: number): HTMLElement {
  const { left, top, width, height, angle } = frameOf(line)
  const element = document.createElement('div')
  element.className = classes.line ?? ''
  element.dataset.line = String(place)
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    fontSize: `${line.size}px`,
    lineHeight: `${height}px`,
    transform: angle === 0 ? '' : `rotate(${angle}deg)`,
  })
  if (line.rightToLeft) element.dir = 'rtl'
  for (const [index, piece] of line.pieces.entries()) {
    // A space belongs to the piece before it: by itself it would have a place of its own.
    const isApart = line.pieces[index + 1]?.spaceBefore === true
    const span = document.createElement('span')
    span.textContent = isApart ? `${piece.text} ` : piece.text
    const { family, wordSpacing, stretch } = fitText(piece.text, line.size, piece.width)
    span.style.left = `${piece.x}px`
    span.style.fontFamily = family
    if (wordSpacing !== 0) span.style.wordSpacing = `${wordSpacing}px`
    if (stretch !== 1) span.style.transform = `scaleX(${stretch})`
    element.append(span)
  }
  // Lines are apart for whoever reads the text without seeing where it stands.
  const lineEnd = document.createElement('i')
  lineEnd.textContent = '\n'
  element.append(lineEnd)
  return element
}

/**
 * Where there is no text below the pointer, a browser ends the selection at the end of the page. While one is made, an
 * element after the last text it reached catches the pointer instead: see `followSelection`.
 */
function endOfContent(): HTMLElement {
  const element = document.createElement('div')
  element.className = classes.end ?? ''
  element.dataset.end = ''
  return element
}

/** Moves each layer's end behind the line the selection has reached. Call it when the selection changes. */
export function followSelection(selection: Selection): void {
  const line = lineOf(selection.focusNode)
  const layer = line?.parentElement
  const end = layer?.querySelector<HTMLElement>('[data-end]')
  if (!line || !layer?.hasAttribute('data-selecting') || !end) return
  const backwards =
    selection.anchorNode !== null &&
    selection.focusNode !== null &&
    (selection.anchorNode.compareDocumentPosition(selection.focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  if (backwards) line.before(end)
  else line.after(end)
}

/** Once the pointer is up, the ends go back to where they are in nobody's way. */
export function endSelecting(root: HTMLElement): void {
  for (const layer of root.querySelectorAll('[data-text-layer][data-selecting]')) {
    layer.removeAttribute('data-selecting')
    const end = layer.querySelector('[data-end]')
    if (end !== null) layer.append(end)
  }
}

export function lineOf(node: Node | null): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('[data-line]') ?? null
}
