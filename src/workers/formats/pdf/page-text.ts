/** The text of a PDF page with its places: what is drawn, and what is filled into its form fields. */

import { type Fragment, median } from '../../pages/layout/fragment.ts'
import type { TurnedText } from '../../pages/layout/page-text.ts'
import { type Deadline, withinTime } from './deadline.ts'
import { boxOnPage } from './geometry.ts'
import type { PdfLibrary, PdfPage } from './library.ts'
import { mostPieces } from './limits.ts'

export interface PageFragments {
  readonly upright: readonly Fragment[]
  /** By angle, from 1 to 359. */
  readonly turned: readonly TurnedText[]
  /** Pieces left out because there were too many. */
  readonly leftOut: number
}

type Viewport = ReturnType<PdfPage['getViewport']>
type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

/** Throws `PageTimeError` when the page takes too long. */
export async function readPageText(
  page: PdfPage,
  library: PdfLibrary,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<PageFragments> {
  const viewport = page.getViewport({ scale: 1 })
  const { items, styles, leftOut } = await streamText(page, deadline, signal)
  const byAngle = new Map<number, Fragment[]>()
  let last: { angle: number; index: number } | null = null
  for (const item of items) {
    if (item.str.trim() === '') {
      if (last !== null && (item.str !== '' || item.hasEOL)) markSpaceAfter(byAngle.get(last.angle) ?? [], last.index)
      continue
    }
    const { angle, fragment } = place(item, viewport, library, styles[item.fontName]?.vertical === true)
    const fragments = byAngle.get(angle) ?? []
    byAngle.set(angle, fragments)
    last = { angle, index: fragments.push(fragment) - 1 }
    if (item.hasEOL) markSpaceAfter(fragments, last.index)
  }
  const upright = byAngle.get(0) ?? []
  upright.push(...(await filledFields(page, viewport, library, upright)))
  const turned = [...byAngle.entries()].filter(([angle]) => angle !== 0).sort(([a], [b]) => a - b)
  return { upright, turned: turned.map(([angle, fragments]) => ({ angle, fragments })), leftOut }
}

async function streamText(
  page: PdfPage,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<{ items: TextItem[]; styles: TextContent['styles']; leftOut: number }> {
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>
  const items: TextItem[] = []
  const styles: TextContent['styles'] = {}
  let leftOut = 0
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      Object.assign(styles, value.styles)
      for (const item of value.items) {
        if (!('str' in item)) continue
        if (items.length < mostPieces) items.push(item)
        else leftOut += 1
      }
    }
  }
  await withinTime(deadline, signal, read(), () => {
    reader.cancel(new Error('The text of the page is no longer wanted')).catch(() => undefined)
  })
  return { items, styles, leftOut }
}

function markSpaceAfter(fragments: Fragment[], index: number): void {
  const fragment = fragments[index]
  if (fragment !== undefined) fragments[index] = { ...fragment, spaceAfter: true }
}

/** Angles nearer to a right one than this are taken for it: scans are seldom quite straight. */
const nearRightAngle = 3

function place(
  item: TextItem,
  viewport: Viewport,
  library: PdfLibrary,
  vertical: boolean,
): { readonly angle: number; readonly fragment: Fragment } {
  const [a, b, c, d, x, y] = library.Util.transform(viewport.transform, item.transform) as Matrix
  const size = finite(Math.hypot(c, d)) || finite(Math.hypot(a, b)) || 1
  // Vertical writing goes down, its lines from right to left: the same as text turned clockwise.
  const turn = (finite(Math.atan2(b, a)) * 180) / Math.PI + (vertical ? 90 : 0)
  const rightAngle = Math.round(turn / 90) * 90
  const rounded = Math.abs(turn - rightAngle) <= nearRightAngle ? rightAngle : Math.round(turn)
  const angle = ((rounded % 360) + 360) % 360
  const radians = (angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  return {
    angle,
    fragment: {
      text: clean(item.str),
      x: finite(x * cosine + y * sine),
      y: finite(y * cosine - x * sine),
      width: finite(Math.abs(vertical ? item.height : item.width)),
      size,
      rightToLeft: item.dir === 'rtl',
      spaceAfter: false,
    },
  }
}

/** Damaged files place text nowhere: its words still count. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** Fonts without a map of their characters give control characters, most often for their space. */
function clean(text: string): string {
  return text
    .replaceAll('\ufeff', '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .normalize('NFC')
}

/** What a person filled into the form is not part of the page's own text. Passwords are left out. */
async function filledFields(
  page: PdfPage,
  viewport: Viewport,
  library: PdfLibrary,
  text: readonly Fragment[],
): Promise<Fragment[]> {
  const annotations = (await page.getAnnotations()) as unknown as FormField[]
  const usual = text.length > 0 ? median(text.map((one) => one.size)) : 10
  return annotations.flatMap((field) => {
    const value = fieldText(field)
    if (value === '') return []
    const [left, topEdge, rightEdge, bottomEdge] = boxOnPage(field.rect, viewport, library)
    const [width, height] = [rightEdge - left, bottomEdge - topEdge]
    const lines = value.split(/\r\n?|\n/u).filter((line) => line.trim() !== '')
    const size = Math.max(4, Math.min(usual, height / Math.max(1, lines.length)))
    // A field of one line stands on the line of its label, which is drawn in its middle.
    const first = lines.length > 1 ? topEdge + size : topEdge + height / 2 + 0.35 * size
    return lines.map((line, index) => ({
      text: clean(line),
      x: left,
      y: first + index * 1.2 * size,
      width,
      size,
      rightToLeft: false,
      spaceAfter: true,
    }))
  })
}

interface FormField {
  readonly subtype?: string
  readonly rect: number[]
  readonly hidden?: boolean
  readonly password?: boolean
  readonly fieldType?: string
  readonly fieldValue?: unknown
  readonly buttonValue?: unknown
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[]
  readonly textContent?: readonly string[]
}

function fieldText(field: FormField): string {
  if (field.hidden || field.password) return ''
  if (field.subtype === 'FreeText') return (field.textContent ?? []).join('\n')
  if (field.subtype !== 'Widget') return ''
  const values = (Array.isArray(field.fieldValue) ? field.fieldValue : [field.fieldValue]).filter(
    (value): value is string => typeof value === 'string',
  )
  switch (field.fieldType) {
    case 'Tx':
      return values.join('\n')
    case 'Ch':
      return values
        .map((value) => field.options?.find((option) => option.exportValue === value)?.displayValue ?? value)
        .join('\n')
    default:
      return ''
  }
}
