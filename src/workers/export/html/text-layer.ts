/**
 * Letters of a canvas kept as texts. Written as SVG, a canvas turns glyphs back into characters and loses those that a
 * face draws with an alternate glyph: a plus or a minus before digits.
 */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { escapeHtml } from '../../../shared/format/markup-text.ts'

/** From now on texts are not drawn; `svg()` gives them, to lie over everything else. */
export function keepTexts(context: SKRSContext2D): { svg(): string } {
  const texts: string[] = []
  context.fillText = (text, x, y) => {
    texts.push(element(context, text, x, y, `fill="${String(context.fillStyle)}"`))
  }
  context.strokeText = (text, x, y) => {
    const { strokeStyle, lineWidth, lineJoin } = context
    const stroke = `stroke="${String(strokeStyle)}" stroke-width="${lineWidth}" stroke-linejoin="${lineJoin}"`
    texts.push(element(context, text, x, y, `fill="none" ${stroke} aria-hidden="true"`))
  }
  return { svg: () => texts.join('') }
}

const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' }
/** Share of the size of the letters from the line that is named to the one they stand on. */
const drops: Readonly<Record<string, number>> = {
  middle: 0.36,
  top: 0.95,
  hanging: 0.75,
  bottom: -0.22,
  ideographic: -0.22,
}

function element(context: SKRSContext2D, text: string, x: number, y: number, paint: string): string {
  const { a, b, c, d, e, f } = context.getTransform()
  const [, size = '12'] = /([\d.]+)px/u.exec(context.font) ?? []
  const isBold = /\b(bold|[6-9]00)\b/u.test(context.font)
  const anchor = anchors[context.textAlign]
  const base = y + Number(size) * (drops[context.textBaseline] ?? 0)
  const isPlain = a === 1 && b === 0 && c === 0 && d === 1
  const place = isPlain
    ? `x="${x + e}" y="${base + f}"`
    : `transform="matrix(${[a, b, c, d, e, f].join(' ')})" x="${x}" y="${base}"`
  return [
    `<text ${place} font-size="${size}"`,
    ...(isBold ? ['font-weight="600"'] : []),
    ...(anchor === undefined ? [] : [`text-anchor="${anchor}"`]),
    `${paint}>${escapeHtml(text)}</text>`,
  ].join(' ')
}
