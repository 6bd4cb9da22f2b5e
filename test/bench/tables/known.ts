/** Tables whose cells are known, as HTML and as the grid that stands in it. */

export interface KnownCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
}

export interface KnownTable {
  /** By which results are told apart. */
  readonly kind: string
  readonly cells: readonly KnownCell[]
  readonly headerRows: number
}

export interface KnownDocument {
  readonly name: string
  readonly html: string
  readonly landscape?: boolean
  /** Degrees by which its pages are to be turned after printing. */
  readonly rotate?: number
  /** In the order of the document. */
  readonly tables: readonly KnownTable[]
}

/** As in HTML: what a cell spans is left out in the rows and columns it takes. */
export interface HtmlCell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
  readonly className?: string
}
export type HtmlRow = readonly (HtmlCell | string)[]

export interface TableSource {
  readonly head: readonly HtmlRow[]
  readonly body: readonly HtmlRow[]
  readonly className: string
  readonly style?: string
  readonly caption?: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/gu, (character) => escapes[character] ?? character)
}

export function tableHtml({ head, body, className, style = '', caption }: TableSource): string {
  const cell = (tag: string, one: HtmlCell | string): string => {
    const { text, columns = 1, rows = 1, className: kind = '' } = typeof one === 'string' ? { text: one } : one
    return `<${tag} colspan="${columns}" rowspan="${rows}" class="${kind}">${escaped(text)}</${tag}>`
  }
  const rowsHtml = (tag: string, rows: readonly HtmlRow[]): string =>
    rows.map((row) => `<tr>${row.map((one) => cell(tag, one)).join('')}</tr>`).join('\n')
  const captionHtml = caption === undefined ? '' : `<p class="caption">${escaped(caption)}</p>`
  return `${captionHtml}<table class="${className}" style="${style}"><thead>${rowsHtml('th', head)}</thead><tbody>${rowsHtml('td', body)}</tbody></table>`
}

/** Lays the rows out as a browser does. */
export function cellsOf(rows: readonly HtmlRow[]): KnownCell[] {
  const taken = new Set<string>()
  const cells: KnownCell[] = []
  for (const [row, line] of rows.entries()) {
    let column = 0
    for (const one of line) {
      const { text, columns = 1, rows: down = 1 } = typeof one === 'string' ? { text: one } : one
      while (taken.has(`${row} ${column}`)) column += 1
      cells.push({ row, column, rows: down, columns, text })
      for (let y = row; y < row + down; y += 1)
        for (let x = column; x < column + columns; x += 1) taken.add(`${y} ${x}`)
      column += columns
    }
  }
  return cells
}

export function knownTable(kind: string, source: TableSource): KnownTable {
  return { kind, cells: cellsOf([...source.head, ...source.body]), headerRows: source.head.length }
}

export function page(body: string, style = ''): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${baseStyle}${style}</style><body>${body}</body></html>`
}

const baseStyle = `
@page { size: A4; margin: 20mm }
body { font: 11pt/1.35 "Liberation Serif", serif; margin: 0 }
p { margin: 0 0 8pt; text-align: justify }
p.caption { margin: 10pt 0 4pt; text-align: left }
table { margin: 6pt 0 12pt; border-spacing: 0 }
th { text-align: left; font-weight: bold }
.n, .n td:not(:first-child), .n th:not(:first-child) { text-align: right }
.c td:not(:first-child), .c th { text-align: center }
table.ruled { border-collapse: collapse }
table.ruled td, table.ruled th { border: 1px solid #333; padding: 2pt 5pt }
table.separate { border-spacing: 2px }
table.separate td, table.separate th { border: 1px solid #777; padding: 2pt 6pt }
table.dotted { border-collapse: collapse }
table.dotted td, table.dotted th { border: 1px dotted #333; padding: 2pt 6pt }
table.inner { border-collapse: collapse }
table.inner td + td, table.inner th + th { border-left: 1px solid #000 }
table.inner tr + tr td, table.inner th { border-bottom: 1px solid #000 }
table.inner td, table.inner th { padding: 2pt 8pt }
table.columns { border-collapse: collapse; border: 1px solid #000 }
table.columns td, table.columns th { border-left: 1px solid #000; padding: 1pt 6pt }
table.columns th { border-bottom: 1px solid #000 }
table.booktabs { border-collapse: collapse; border-top: 1.2px solid #000; border-bottom: 1.2px solid #000 }
table.booktabs thead tr:last-child th { border-bottom: .7px solid #000 }
table.booktabs td, table.booktabs th { padding: 1.5pt 9pt }
table.booktabs th.under { border-bottom: .7px solid #000 }
table.lines { border-collapse: collapse }
table.lines tr { border-bottom: .7px solid #999 }
table.lines td, table.lines th { padding: 3pt 10pt }
table.plain td, table.plain th { padding: 1pt 12pt 1pt 0 }
table.wide td, table.wide th { padding: 2pt 26pt 2pt 0 }
table.underline { border-collapse: collapse }
table.underline td, table.underline th { padding: 1.5pt 10pt }
table.underline thead tr:last-child th { border-bottom: 1px solid #000 }
table.zebra { border-collapse: collapse }
table.zebra td, table.zebra th { padding: 2.5pt 9pt }
table.zebra tbody tr:nth-child(even) { background: #e4e8ef }
table.dark { border-collapse: collapse }
table.dark th { background: #23415e; color: #fff }
table.dark td, table.dark th { padding: 3pt 9pt }
table.dark tbody tr:nth-child(odd) { background: #f0f0f0 }
table.tiles { border-collapse: separate; border-spacing: 2px }
table.tiles td { background: #e9eef5; padding: 3pt 8pt }
table.tiles th { background: #c7d5e8; padding: 3pt 8pt }
.small { font-size: 7pt; line-height: 1.2 }
.sans { font-family: "Liberation Sans", sans-serif }
.narrow { font-family: "Liberation Sans Narrow", sans-serif }
.mono { font-family: "Liberation Mono", monospace; font-size: 9pt }
.top td { vertical-align: top }
.full { width: 100% }
.norepeat thead { display: table-row-group }
.columns2 { column-count: 2; column-gap: 8mm; font-size: 10pt }
.columns2 table { break-inside: avoid }
tr { break-inside: avoid }
`
