/** Small PDFs, written by hand: each page a content stream in Helvetica, sound down to its cross-reference table. */

export interface PdfParts {
  readonly pages: readonly {
    readonly content: string
    readonly rotate?: number
    readonly size?: readonly [number, number]
  }[]
  /** PDF strings by name, such as `Title`. */
  readonly info?: Readonly<Record<string, string>>
  readonly language?: string
  /** Further entries of the catalog, as PDF. */
  readonly catalog?: string
  /** Images and forms the pages may draw, by the name they do it by, as PDF. */
  readonly objects?: Readonly<Record<string, string>>
}

/** Text at a place; `matrix` are the first four numbers of the text matrix. */
export function textAt(text: string, x: number, y: number, size = 12, matrix = '1 0 0 1'): string {
  const escaped = text.replaceAll(/[\\()]/gu, (character) => `\\${character}`)
  return `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm (${escaped}) Tj ET`
}

export function pdfBytes({ pages, info = {}, language, catalog = '', objects: drawn = {} }: PdfParts): Buffer {
  const firstPage = 5
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`)
  const firstDrawn = firstPage + 2 * pages.length
  const names = Object.keys(drawn).map((name, index) => `/${name} ${firstDrawn + index} 0 R`)
  const entries = Object.entries(info).map(([name, value]) => `/${name} (${value})`)
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${language === undefined ? '' : `/Lang (${language})`} ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${entries.join(' ')} >>`,
    ...pages.flatMap(({ content, rotate = 0, size = [612, 792] }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Rotate ${rotate} /Contents ${firstPage + 2 * index + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << ${names.join(' ')} >> >> >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    ]),
    ...Object.values(drawn),
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>`
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
