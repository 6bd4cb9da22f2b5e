/**
 * How text is set within its printed width, for marks and for the text layer: the page says how wide a piece is and not
 * in which font, so the nearest of the usual ones is taken, and what is left over goes to the spaces between its words.
 */

export interface TextFit {
  readonly family: 'serif' | 'sans-serif' | 'monospace'
  /** Pixels more, or less, between words, at the size asked for. */
  readonly wordSpacing: number
  /** By which the whole is then stretched. */
  readonly stretch: number
}

const families = ['serif', 'sans-serif', 'monospace'] as const
const measuredSize = 100
/** As far as words are pulled apart or pushed together when lines are justified; beyond it is another font. */
const justified = { least: 0.9, most: 1.5 }

let context: CanvasRenderingContext2D | null | undefined

/** Width at a font size of 100; where there is no canvas, a number that grows with the text all the same. */
function naturalWidth(text: string, family: TextFit['family']): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * 50
  const font = `${measuredSize}px ${family}`
  // Setting it, even to what it is, takes longer than measuring.
  if (context.font !== font) context.font = font
  return context.measureText(text).width
}

/** `width` and `size` in the same unit. */
export function fitText(text: string, size: number, width: number): TextFit {
  let best: { readonly family: TextFit['family']; readonly natural: number } = { family: 'sans-serif', natural: 0 }
  let nearest = Number.POSITIVE_INFINITY
  for (const family of families) {
    const natural = (naturalWidth(text, family) * size) / measuredSize
    const distance = natural > 0 && width > 0 ? Math.abs(Math.log(width / natural)) : Number.POSITIVE_INFINITY
    if (distance >= nearest) continue
    nearest = distance
    best = { family, natural }
  }
  const { family, natural } = best
  if (natural === 0 || width === 0) return { family, wordSpacing: 0, stretch: 1 }
  const spaces = countSpaces(text)
  const ratio = width / natural
  if (spaces > 0 && ratio > justified.least && ratio < justified.most) {
    return { family, wordSpacing: (width - natural) / spaces, stretch: 1 }
  }
  return { family, wordSpacing: 0, stretch: ratio }
}

/** How wide parts of a piece are, beside each other, as it is set. */
export function measurePiece(piece: { readonly text: string; readonly width: number }, size: number) {
  const { family, wordSpacing } = fitText(piece.text, size, piece.width)
  return (part: string): number => (naturalWidth(part, family) * size) / measuredSize + countSpaces(part) * wordSpacing
}

function countSpaces(text: string): number {
  let spaces = 0
  for (let place = text.indexOf(' '); place >= 0; place = text.indexOf(' ', place + 1)) spaces += 1
  return spaces
}
