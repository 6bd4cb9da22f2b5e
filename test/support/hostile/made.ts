/** Documents made to exhaust, trick or run: each is to be read or refused, quickly. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pdfBytes, textAt } from '../pdf-document.ts'
import { heading, namespaces, paragraph, writeWordDocument } from '../word-document.ts'

export interface MadeDocument {
  readonly name: string
  readonly file: string
}

const repeated = (text: string, times: number): string => text.repeat(times)

const texts: Readonly<Record<string, () => string>> = {
  'nested.html': () => repeated('<div>', 200_000),
  'closed.html': () => `${repeated('<b>', 20_000)}${repeated('</i>', 50_000)}`,
  'attributes.html': () => `<p ${repeated('a=b ', 300_000)}>x</p>`,
  'one-attribute.html': () => `<img src="data:image/png;base64,${repeated('A', 8_000_000)}"><p>x</p>`,
  'spans.html': () => `<table>${repeated('<tr><td colspan=9999999 rowspan=9999999>x</td></tr>', 500)}</table>`,
  'cells.html': () => `<table><tr>${repeated('<td>x', 200_000)}</tr></table>`,
  'entities.html': () => repeated('&#x26;&amp;&notit;&', 200_000),
  'unclosed.html': () => `<!doctype html><p>x<!-- ${repeated('y', 2_000_000)}`,
  'cdata.html': () => `<!doctype html><p>${repeated('<![CDATA[x]]>', 100_000)}`,
  'links.html': () => `<!doctype html>${repeated('<a href="#a" id="a">x</a>', 50_000)}`,
  'brackets.md': () => repeated('[', 60_000),
  'emphasis.md': () => `${repeated('*a **a ', 20_000)}`,
  'quotes.md': () => `${repeated('>', 20_000)} x`,
  'lists.md': () => Array.from({ length: 800 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'),
  'back-quotes.md': () => Array.from({ length: 1500 }, (_, count) => '`'.repeat(count)).join(' x '),
  'definitions.md': () =>
    Array.from({ length: 30_000 }, (_, index) => `[a${index}]: https://example.org/${index}`).join('\n'),
  'one-line.txt': () => repeated('word ', 2_000_000),
  'feeds.txt': () => repeated('x\f', 20_000),
  'no-space.txt': () => repeated('x', 8_000_000),
}

/** Writes them all into `folder`. */
export async function writeMadeDocuments(folder: string): Promise<MadeDocument[]> {
  const made: MadeDocument[] = []
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, name)
    writeFileSync(file, text())
    made.push({ name, file })
  }
  for (const [name, body, parts] of wordBodies()) {
    const { path: file } = await writeWordDocument(folder, body, { name, ...(parts === undefined ? {} : { parts }) })
    made.push({ name, file })
  }
  for (const [name, content] of pdfContents()) {
    const file = path.join(folder, name)
    writeFileSync(file, pdfBytes({ pages: [{ content }] }))
    made.push({ name, file })
  }
  return made
}

type Parts = Readonly<Record<string, string>>

function wordBodies(): (readonly [name: string, body: string, parts?: Parts])[] {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`)
  const laughs = `<!DOCTYPE x [<!ENTITY e0 "ha">${levels.join('')}]><w:document ${namespaces}><w:body>${paragraph('&e9;')}</w:body></w:document>`
  const external = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${namespaces}><w:body>${paragraph('&e;')}</w:body></w:document>`
  return [
    ['bomb.docx', paragraph(repeated(' ', 68 * 1024 * 1024))],
    ['laughs.docx', '', { 'word/document.xml': laughs }],
    ['external.docx', '', { 'word/document.xml': external }],
    [
      'deep.docx',
      `${repeated('<w:sdt><w:sdtContent>', 20_000)}${paragraph('x')}${repeated('</w:sdtContent></w:sdt>', 20_000)}`,
    ],
    [
      'deep-tables.docx',
      `${repeated('<w:tbl><w:tr><w:tc>', 5_000)}${paragraph('x')}${repeated('</w:tc></w:tr></w:tbl>', 5_000)}`,
    ],
    [
      'spans.docx',
      `<w:tbl>${repeated(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph('x')}</w:tc></w:tr>`, 2_000)}</w:tbl>`,
    ],
    [
      'one-table.docx',
      `<w:tbl>${repeated(`<w:tr><w:tc>${paragraph('x')}</w:tc><w:tc>${paragraph('y')}</w:tc></w:tr>`, 40_000)}</w:tbl>`,
    ],
    ['breaks.docx', repeated('<w:p><w:r><w:t>x</w:t><w:br w:type="page"/></w:r></w:p>', 12_000)],
    ['headings.docx', repeated(heading(1, 'x'), 20_000)],
    [
      'styles.docx',
      paragraph('x'),
      {
        'word/styles.xml': `<w:styles ${namespaces}>${repeated('<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>', 20_000)}</w:styles>`,
      },
    ],
  ]
}

function pdfContents(): (readonly [name: string, content: string])[] {
  return [
    ['states.pdf', `${repeated('q ', 100_000)}${textAt('x', 10, 10)}`],
    ['letters.pdf', Array.from({ length: 60_000 }, (_, index) => textAt('x', index % 600, index % 790, 4)).join('\n')],
    [
      'lines.pdf',
      Array.from({ length: 100_000 }, (_, index) => `${index % 600} 0 m ${index % 599} 700 l S`).join('\n'),
    ],
    ['huge-text.pdf', textAt('x', 0, 0, 1e9)],
    ['open-string.pdf', `BT /F1 12 Tf (${repeated('(', 50_000)}`],
  ]
}
