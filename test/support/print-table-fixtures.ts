/**
 * Makes the PDFs in `test/fixtures/tables`, each named for its trap, through Chromium's print. Run it again after a
 * change here: `node scripts/node24.cjs test/support/print-table-fixtures.ts`. Their cells are written down in the test.
 */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type KnownDocument, page, type TableSource, tableHtml } from '../bench/tables/known.ts'
import { printDocuments } from '../bench/tables/print.ts'

const ports = ['Vale', 'Brae', 'Holm', 'Kyle', 'Ness']
const head = [['Port', 'Calls', 'Cargo']]
const body = ports.map((name, index) => [name, String(12 + 7 * index), `${(1.5 + index).toFixed(1)} t`])

function one(
  name: string,
  source: Partial<TableSource> & { readonly className: string },
  more: Partial<KnownDocument> = {},
): KnownDocument {
  const text = '<p>The harbour reports on the ports of the coast and what was landed there.</p>'
  return { name, html: page(`${text}${tableHtml({ head, body, ...source })}${text}`), tables: [], ...more }
}

const many = Array.from({ length: 48 }, (_, index) => [`Port ${index + 1}`, String(100 + index), `${index}.5 t`])

const fixtures: readonly KnownDocument[] = [
  one('frames-around-each-cell', { className: 'separate' }),
  one('merged-header-without-outer-lines', {
    className: 'booktabs n',
    head: [
      [
        { text: 'Port', rows: 2 },
        { text: '2020', columns: 2, className: 'under' },
      ],
      ['Calls', 'Cargo'],
    ],
    caption: 'Table 1: Ports of the coast',
  }),
  one('header-repeated-on-the-next-page', { className: 'ruled n', body: many }),
  one('no-lines-at-all', { className: 'wide n' }),
  {
    name: 'page-turned-by-rotate',
    html: page(
      `<div class="turned">${tableHtml({ head, body, className: 'ruled n' })}</div>`,
      '.turned { position: absolute; left: 0; top: 0; width: 200mm; transform-origin: 0 0; transform: translate(0, 240mm) rotate(-90deg) }',
    ),
    rotate: 90,
    tables: [],
  },
]

const folder = path.resolve(import.meta.dirname, '../fixtures/tables')
await mkdir(folder, { recursive: true })
await printDocuments(fixtures, folder)
