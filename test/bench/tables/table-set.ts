/** The documents with tables of `npm run bench:tables`: every way of setting a table that reports use, with known cells. */
import { type HtmlRow, type KnownDocument, knownTable, page, type TableSource, tableHtml } from './known.ts'
import { type Words, wordsOf } from './words.ts'

type Column = readonly [name: string, make: (words: Words) => string]

const columns: readonly Column[] = [
  ['Revenue', (w) => w.amount(90_000)],
  ['Share', (w) => w.percent()],
  ['Change', (w) => w.change()],
  ['Units', (w) => w.integer(1, 900)],
  ['Price', (w) => w.decimal(80, 2)],
  ['Status', (w) => w.state()],
  ['Updated', (w) => w.date()],
  ['Code', (w) => w.code()],
  ['Staff', (w) => w.integer(2, 60)],
  ['Cost', (w) => `$${w.amount(9_000)}`],
]

interface Shape {
  readonly rows: number
  readonly pick: readonly number[]
  readonly names?: 'regions' | 'products' | 'countries' | 'people'
  readonly first?: string
}

function simple(
  words: Words,
  { rows, pick, names = 'regions', first = 'Name' }: Shape,
): Pick<TableSource, 'head' | 'body'> {
  const chosen = pick.flatMap((index) => columns.slice(index, index + 1))
  return {
    head: [[first, ...chosen.map(([name]) => name)]],
    body: words.several(names, rows).map((name) => [name, ...chosen.map(([, make]) => make(words))]),
  }
}

/** Two rows of header: years, each over the same measures. */
function merged(
  words: Words,
  rows: number,
  years: readonly string[],
  measures: readonly Column[],
): Pick<TableSource, 'head' | 'body'> {
  return {
    head: [
      [{ text: 'Region', rows: 2 }, ...years.map((text) => ({ text, columns: measures.length, className: 'under' }))],
      years.flatMap(() => measures.map(([name]) => name)),
    ],
    body: words
      .several('regions', rows)
      .map((name) => [name, ...years.flatMap(() => measures.map(([, make]) => make(words)))]),
  }
}

function document(
  name: string,
  words: Words,
  kind: string,
  source: TableSource,
  more: Partial<KnownDocument> = {},
): KnownDocument {
  const html = page(`<p>${words.paragraph(3)}</p>${tableHtml(source)}<p>${words.paragraph(4)}</p>`)
  return { name, html, tables: [knownTable(kind, source)], ...more }
}

/** `variant`: other words, numbers and lengths in the same settings; 0 is the set that the finder was made with. */
export function tableSet(variant = 0): KnownDocument[] {
  const documents: KnownDocument[] = []
  const offset = 1000 * variant
  let seed = 100 + offset
  const add = (
    kind: string,
    className: string,
    make: (words: Words) => Pick<TableSource, 'head' | 'body'>,
    more: Partial<TableSource> = {},
    page: Partial<KnownDocument> = {},
  ): void => {
    seed += 1
    const words = wordsOf(seed)
    const source: TableSource = { className, ...make(words), ...more }
    documents.push(document(`${kind} ${seed}`, words, kind, source, page))
  }
  const shape =
    (rows: number, pick: readonly number[], names: Shape['names'] = 'regions') =>
    (words: Words) =>
      simple(words, { rows, pick, names })

  // Ruled: every cell has lines around it, drawn in the ways browsers and offices draw them.
  add('ruled', 'ruled', shape(5, [0, 1, 2]))
  add('ruled', 'ruled n', shape(8, [0, 3, 4, 5], 'products'), { caption: 'Table 1: Goods handled by kind' })
  add('ruled', 'ruled full', shape(4, [5, 6, 7], 'people'))
  add('ruled', 'separate', shape(6, [0, 9, 1]))
  add('ruled', 'separate sans', shape(5, [6, 5], 'people'))
  add('ruled', 'dotted', shape(6, [3, 4, 0], 'products'))
  add('ruled', 'inner n', shape(6, [0, 1, 3]))
  add('ruled', 'columns', shape(7, [3, 4, 5], 'countries'))
  add('ruled', 'ruled c', shape(3, [5, 5, 5], 'people'))
  add('ruled', 'ruled mono', shape(6, [7, 3, 9]))

  add('booktabs', 'booktabs', shape(5, [0, 1, 2]), { caption: 'Table 2. Revenue of the regions' })
  add('booktabs', 'booktabs n', shape(9, [3, 4, 0, 1], 'countries'))
  add('booktabs', 'booktabs c sans', shape(6, [8, 9, 2], 'products'))
  add('booktabs', 'booktabs full n', shape(7, [0, 1, 2, 3]))
  add('booktabs', 'booktabs', shape(4, [5, 7], 'people'))
  add('booktabs', 'lines', shape(6, [0, 5, 6]))
  add('booktabs', 'lines n sans', shape(8, [0, 3, 4], 'countries'))
  add('booktabs', 'lines full', shape(5, [5, 6, 7], 'people'))

  add('unruled', 'plain n', shape(6, [0, 1, 2]))
  add('unruled', 'wide', shape(7, [0, 3, 4], 'products'))
  add('unruled', 'wide n', shape(9, [3, 8, 1, 2], 'countries'))
  add('unruled', 'plain sans', shape(8, [5, 0, 6], 'people'))
  add('unruled', 'plain n sans', shape(5, [0, 9, 4, 1]), { caption: 'Table 7 Costs by region' })
  add('unruled', 'underline', shape(6, [0, 1, 3]))
  add('unruled', 'underline n', shape(8, [4, 2], 'products'))
  add('unruled', 'wide c', shape(6, [3, 1, 4]))
  add('unruled', 'plain mono', shape(10, [0, 3, 4]))
  add('unruled', 'wide', shape(5, [6, 7, 3], 'people'))

  add('shaded', 'zebra n', shape(8, [0, 1, 2]))
  add('shaded', 'zebra', shape(7, [5, 6, 3], 'people'))
  add('shaded', 'dark n', shape(6, [0, 3, 4], 'products'))
  add('shaded', 'dark sans', shape(9, [5, 9, 1], 'countries'))
  add('shaded', 'tiles', shape(5, [0, 1, 5]))
  add('shaded', 'zebra full sans n', shape(10, [3, 4, 8, 9], 'countries'))

  const measures = (...indexes: number[]): Column[] => indexes.flatMap((index) => columns.slice(index, index + 1))
  add('merged header', 'ruled n', (w) => merged(w, 5, ['2019', '2020'], measures(0, 1)))
  add('merged header', 'ruled c', (w) => merged(w, 6, ['Imports', 'Exports'], measures(0, 3, 2)))
  add('merged header', 'booktabs n', (w) => merged(w, 6, ['2020', '2021'], measures(0, 1)))
  add('merged header', 'booktabs c', (w) => merged(w, 5, ['First half', 'Second half'], measures(3, 4)))
  add('merged header', 'dark n', (w) => merged(w, 7, ['Plan', 'Actual'], measures(0, 3)))
  add('merged header', 'separate', (w) => merged(w, 4, ['2018', '2019', '2020'], measures(3, 4)))
  add('merged header', 'underline c', (w) => merged(w, 6, ['2020', '2021'], measures(0, 3)))
  add('merged header', 'ruled', (w) => {
    const plain = simple(w, { rows: 6, pick: [3, 4] })
    const groups = ['Coast', 'Inland']
    const body = plain.body.map(
      (row, index): HtmlRow => (index % 3 === 0 ? [{ text: groups[index / 3] ?? '', rows: 3 }, ...row] : row),
    )
    return { head: [['Area', ...(plain.head[0] ?? [])]], body }
  })

  const described =
    (rows: number, words: number) =>
    (w: Words): Pick<TableSource, 'head' | 'body'> => ({
      head: [['Item', 'Description', 'Units', 'Price']],
      body: w.several('products', rows).map((name) => [name, w.phrase(words), w.integer(1, 400), w.decimal(90, 2)]),
    })
  add('multi-line cells', 'ruled', described(5, 14))
  add('multi-line cells', 'ruled top sans', described(4, 22))
  add('multi-line cells', 'booktabs top full', described(5, 16))
  add('multi-line cells', 'lines', described(5, 17))
  add('multi-line cells', 'zebra', described(6, 15))
  add('multi-line cells', 'wide top', described(5, 16))

  const withHoles = (make: (words: Words) => Pick<TableSource, 'head' | 'body'>, share: number) => (w: Words) => {
    const made = make(w)
    return {
      head: made.head,
      body: made.body.map((row) => row.map((cell, index) => (index > 0 && w.random.uniform() < share ? '' : cell))),
    }
  }
  add('empty cells', 'ruled', withHoles(shape(7, [0, 1, 3, 4]), 0.35))
  add('empty cells', 'booktabs n', withHoles(shape(8, [0, 1, 3]), 0.25))
  add('empty cells', 'plain n', withHoles(shape(9, [0, 3, 4, 1], 'countries'), 0.2))
  add('empty cells', 'dark', withHoles(shape(8, [0, 5, 6]), 0.3))
  add('empty cells', 'lines', withHoles(shape(7, [3, 4, 5], 'products'), 0.3))

  add('small font', 'ruled small n', shape(14, [0, 1, 2, 3, 4, 8], 'countries'))
  add('small font', 'booktabs small', shape(12, [0, 1, 2, 3, 9], 'products'))
  add('small font', 'plain small n sans', shape(15, [3, 4, 8, 0, 1], 'countries'))
  add('small font', 'zebra small narrow n', shape(12, [0, 1, 2, 3, 4, 8, 9], 'countries'))

  const accounting =
    (rows: number) =>
    (w: Words): Pick<TableSource, 'head' | 'body'> => ({
      head: [['', '2020', '2019', 'Change']],
      body: w
        .several('products', rows)
        .map((name, index) => [
          name,
          index % 4 === 1 ? `(${w.amount(9_000)})` : w.amount(90_000),
          index % 5 === 2 ? '–' : w.amount(90_000),
          w.change(),
        ]),
    })
  add('numbers', 'wide n', accounting(9))
  add('numbers', 'booktabs n', accounting(7))
  add('numbers', 'ruled n', accounting(8))
  add('numbers', 'underline n sans', accounting(6))
  add('numbers', 'plain c', shape(8, [4, 3, 9]))

  documents.push(
    ...multiPage(offset),
    ...twoOnAPage(offset),
    ...inColumns(offset),
    ...turned(offset),
    ...rightToLeft(offset),
  )
  return documents
}

function multiPage(offset: number): KnownDocument[] {
  const make = (
    seed: number,
    className: string,
    rows: number,
    names: 'countries' | 'products',
    header: 'repeated' | 'once',
  ): KnownDocument => {
    const words = wordsOf(seed)
    const source: TableSource = {
      className: `${className}${header === 'once' ? ' norepeat' : ''}`,
      ...simple(words, { rows, pick: [0, 1, 3, 4], names }),
      caption: 'Table 4: All berths',
    }
    return document(`multi-page ${seed}`, words, `over pages, header ${header}`, source)
  }
  return [
    make(offset + 301, 'ruled n', 70, 'countries', 'repeated'),
    make(offset + 302, 'ruled', 60, 'products', 'once'),
    make(offset + 303, 'booktabs n', 75, 'countries', 'repeated'),
    make(offset + 304, 'lines', 80, 'products', 'once'),
    make(offset + 305, 'zebra n', 60, 'countries', 'repeated'),
    make(offset + 306, 'plain n', 75, 'countries', 'once'),
    make(offset + 307, 'dark n', 110, 'products', 'repeated'),
    make(offset + 308, 'underline n', 70, 'countries', 'repeated'),
  ]
}

function twoOnAPage(offset: number): KnownDocument[] {
  const classes: readonly (readonly [string, string])[] = [
    ['ruled', 'ruled n'],
    ['booktabs n', 'booktabs'],
    ['plain n', 'wide n'],
    ['zebra n', 'lines'],
  ]
  return classes.map(([first, second], index) => {
    const words = wordsOf(offset + 400 + index)
    const sources: TableSource[] = [
      { className: first, ...simple(words, { rows: 5, pick: [0, 1, 2] }), caption: 'Table 1: The year before' },
      {
        className: second,
        ...simple(words, { rows: 6, pick: [3, 4], names: 'products' }),
        caption: 'Table 2: The year after',
      },
    ]
    const [one = '', two = ''] = sources.map(tableHtml)
    const between = index % 2 === 0 ? `<p>${words.paragraph(2)}</p>` : ''
    return {
      name: `two on a page ${400 + index}`,
      html: page(`<p>${words.paragraph(3)}</p>${one}${between}${two}<p>${words.paragraph(2)}</p>`),
      tables: sources.map((source) => knownTable('two on a page', source)),
    }
  })
}

function inColumns(offset: number): KnownDocument[] {
  const classes = ['ruled n', 'booktabs n', 'plain n', 'zebra n', 'booktabs c', 'underline n']
  return classes.map((className, index) => {
    const words = wordsOf(offset + 500 + index)
    const source: TableSource = {
      className: `${className}${index === 3 ? ' small' : ''}`,
      ...simple(words, { rows: 5 + index, pick: index % 2 === 0 ? [0, 1] : [3, 4] }),
      caption: `Table ${index + 1}: Within a column`,
    }
    const before = Array.from({ length: 2 + (index % 3) }, () => `<p>${words.paragraph(4)}</p>`).join('')
    const after = Array.from({ length: 7 - (index % 3) }, () => `<p>${words.paragraph(4)}</p>`).join('')
    return {
      name: `two-column text ${500 + index}`,
      html: page(`<h2>${words.phrase(5)}</h2><div class="columns2">${before}${tableHtml(source)}${after}</div>`),
      tables: [knownTable('in two-column text', source)],
    }
  })
}

function turned(offset: number): KnownDocument[] {
  const make = (
    seed: number,
    className: string,
    how: 'landscape' | 'rotated page' | 'turned on the page',
  ): KnownDocument => {
    const words = wordsOf(seed)
    const source: TableSource = { className, ...simple(words, { rows: 7, pick: [0, 1, 2, 3, 4], names: 'countries' }) }
    const content = `<p>${words.paragraph(2)}</p>${tableHtml(source)}`
    const turnedStyle =
      '.turned { position: absolute; left: 0; top: 0; width: 230mm; transform-origin: 0 0; transform: translate(0, 240mm) rotate(-90deg) }'
    const known = [knownTable('turned or landscape', source)]
    const name = `${how} ${seed}`
    if (how === 'landscape') return { name, html: page(content, '@page { size: A4 landscape }'), tables: known }
    const html = page(`<div class="turned">${content}</div>`, turnedStyle)
    return how === 'rotated page' ? { name, html, rotate: 90, tables: known } : { name, html, tables: known }
  }
  return [
    make(offset + 601, 'ruled n', 'landscape'),
    make(offset + 602, 'ruled n', 'rotated page'),
    make(offset + 603, 'booktabs n', 'rotated page'),
    make(offset + 604, 'plain n', 'rotated page'),
    make(offset + 605, 'ruled', 'turned on the page'),
    make(offset + 606, 'booktabs n', 'turned on the page'),
  ]
}

function rightToLeft(offset: number): KnownDocument[] {
  const names = ['חיפה', 'אשדוד', 'אילת', 'עכו', 'יפו']
  return ['ruled', 'booktabs', 'wide'].map((className, index) => {
    const words = wordsOf(offset + 700 + index)
    const source: TableSource = {
      className: `${className} sans`,
      style: 'direction: rtl',
      head: [['נמל', 'הכנסות', 'נתח']],
      body: names.map((name) => [name, words.amount(9_000), words.percent()]),
    }
    const style = 'th, td { text-align: right } table.wide td, table.wide th { padding: 2pt 0 2pt 26pt }'
    return {
      name: `right to left ${700 + index}`,
      html: page(
        `<div style="direction: rtl"><p>דוח שנתי של רשות הנמלים על התנועה בנמלי הארץ.</p>${tableHtml(source)}</div>`,
        style,
      ),
      tables: [knownTable('right to left', source)],
    }
  })
}
