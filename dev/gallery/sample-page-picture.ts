/** A page of a sample document as a picture: its words where their places say, so that marks can be seen to fit. */
import type { SetPage } from './sample-typesetter.ts'

/** SVG, in the page's own points. */
export function drawSamplePage({ reading, rulings }: SetPage): string {
  const { width, height } = reading.page
  const parts: string[] = []
  for (const { box, size, pieces } of reading.lines) {
    const weight = size > 12 ? ' font-weight="700"' : ''
    const fill = size > 20 ? '#1d5a78' : '#15201e'
    for (const piece of pieces) {
      const [x, y] = [box[0] + piece.x, box[1] + size * 0.95]
      const length = ` textLength="${piece.width.toFixed(2)}" lengthAdjust="spacingAndGlyphs"`
      parts.push(
        `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-size="${size}" fill="${fill}"${weight}${length}>${escapeText(piece.text)}</text>`,
      )
    }
  }
  for (const [x1, y1, x2, y2] of rulings) {
    parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#586663" stroke-width="0.7"/>`)
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 2}" height="${height * 2}" ` +
    `font-family="Liberation Serif, Times New Roman, serif"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`
  )
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
