/** Hostile Word documents and PDFs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { pdfBytes, textAt } from '../../pdf-document.ts'
import { heading, namespaces, paragraph, writeWordDocument } from '../../word-document.ts'
import { type Bomb, megabyte, repeatedFile } from '../bomb.ts'

type Parts = Readonly<Record<string, string>>

const word =
  (body: () => string, parts?: () => Parts): Bomb['write'] =>
  async (file) => {
    await writeWordDocument(path.dirname(file), body(), {
      name: path.basename(file),
      ...(parts === undefined ? {} : { parts: parts() }),
    })
  }

const repeated = (text: string, times: number): string => text.repeat(times)
const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`)
const documentWith = (types: string, text: string): string =>
  `<!DOCTYPE x [${types}]><w:document ${namespaces}><w:body>${paragraph(text)}</w:body></w:document>`

const docx: readonly Bomb[] = [
  { name: 'spaces.docx', write: word(() => paragraph(repeated(' ', 68 * megabyte))) },
  { name: 'letters.docx', write: word(() => paragraph(repeated('x', 15 * megabyte))) },
  {
    name: 'laughs.docx',
    write: word(
      () => '',
      () => ({ 'word/document.xml': documentWith(`<!ENTITY e0 "ha">${levels.join('')}`, '&e9;') }),
    ),
  },
  {
    name: 'external.docx',
    write: word(
      () => '',
      () => ({ 'word/document.xml': documentWith('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;') }),
    ),
  },
  {
    name: 'deep.docx',
    write: word(
      () =>
        `${repeated('<w:sdt><w:sdtContent>', 20_000)}${paragraph('x')}${repeated('</w:sdtContent></w:sdt>', 20_000)}`,
    ),
  },
  { name: 'deeper.docx', write: word(() => repeated('<w:ins>', 500_000)) },
  {
    name: 'deep-tables.docx',
    write: word(
      () => `${repeated('<w:tbl><w:tr><w:tc>', 5_000)}${paragraph('x')}${repeated('</w:tc></w:tr></w:tbl>', 5_000)}`,
    ),
  },
  {
    name: 'spans.docx',
    write: word(
      () =>
        `<w:tbl>${repeated(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph('x')}</w:tc></w:tr>`, 2_000)}</w:tbl>`,
    ),
  },
  {
    name: 'one-table.docx',
    write: word(
      () =>
        `<w:tbl>${repeated(`<w:tr><w:tc>${paragraph('x')}</w:tc><w:tc>${paragraph('y')}</w:tc></w:tr>`, 40_000)}</w:tbl>`,
    ),
  },
  {
    name: 'breaks.docx',
    write: word(() => repeated('<w:p><w:r><w:t>x</w:t><w:br w:type="page"/></w:r></w:p>', 12_000)),
  },
  { name: 'headings.docx', write: word(() => repeated(heading(1, 'x'), 20_000)) },
  { name: 'runs.docx', write: word(() => `<w:p>${repeated('<w:r><w:t>x</w:t></w:r>', 400_000)}</w:p>`) },
  { name: 'paragraphs.docx', write: word(() => repeated('<w:p/>', 600_000)) },
  {
    name: 'styles.docx',
    write: word(
      () => paragraph('x'),
      () => ({
        'word/styles.xml': `<w:styles ${namespaces}>${repeated('<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>', 20_000)}</w:styles>`,
      }),
    ),
  },
  {
    name: 'notes.docx',
    write: word(
      () => repeated('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 40_000),
      () => ({
        'word/footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="1">${repeated(paragraph('note'), 200)}</w:footnote></w:footnotes>`,
      }),
    ),
  },
  {
    name: 'lists.docx',
    write: word(
      () => repeated(paragraph('x', '<w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr>'), 20_000),
      () => ({
        'word/numbering.xml': `<w:numbering ${namespaces}>${repeated('<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>', 20_000)}</w:numbering>`,
      }),
    ),
  },
  {
    name: 'fields.docx',
    write: word(() =>
      repeated(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r></w:p>',
        40_000,
      ),
    ),
  },
]

const flate = (bytes: Buffer | string, layers = 1): { readonly data: Buffer; readonly filter: string } => {
  let data: Buffer = Buffer.from(bytes)
  for (let layer = 0; layer < layers; layer += 1) data = deflateSync(data, { level: 9 })
  return { data, filter: `[${'/FlateDecode '.repeat(layers)}]` }
}

const stream = (bytes: Buffer | string, layers = 1, dictionary = ''): string => {
  const { data, filter } = flate(bytes, layers)
  return `<< ${dictionary} /Filter ${filter} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`
}

/** A PDF of the objects given, the first its catalog; `trailer` has further entries. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n'
  const offsets: number[] = []
  const parts: string[] = []
  for (const [index, body] of objects.entries()) {
    offsets.push(text.length)
    const object = `${index + 1} 0 obj\n${body}\nendobj\n`
    text += object
    parts.push(object)
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const onePage = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'
const page = (more = ''): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${more} >>`
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

const made =
  (objects: () => readonly string[], trailer?: string): Bomb['write'] =>
  (file) =>
    writeFileSync(file, pdfOf(objects(), trailer))
const content =
  (text: () => string): Bomb['write'] =>
  (file) =>
    writeFileSync(file, pdfBytes({ pages: [{ content: text() }] }))
const drawn = (bytes: () => Buffer | string, layers = 1, resources = ''): Bomb['write'] =>
  made(() => [
    catalog,
    onePage,
    page(`/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >>`),
    stream(bytes(), layers),
    font,
  ])
const picture = (dictionary: string, bytes: () => Buffer | string, layers = 1): Bomb['write'] =>
  made(() => [
    catalog,
    onePage,
    page('/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>'),
    stream('600 0 0 700 0 0 cm /I Do'),
    stream(bytes(), layers, `/Type /XObject /Subtype /Image ${dictionary}`),
  ])

const pdf: readonly Bomb[] = [
  { name: 'states.pdf', write: content(() => `${repeated('q ', 100_000)}${textAt('x', 10, 10)}`) },
  {
    name: 'letters.pdf',
    write: content(() =>
      Array.from({ length: 60_000 }, (_, index) => textAt('x', index % 600, index % 790, 4)).join('\n'),
    ),
  },
  {
    name: 'lines.pdf',
    write: content(() =>
      Array.from({ length: 100_000 }, (_, index) => `${index % 600} 0 m ${index % 599} 700 l S`).join('\n'),
    ),
  },
  { name: 'huge-text.pdf', write: content(() => textAt('x', 0, 0, 1e9)) },
  { name: 'open-string.pdf', write: content(() => `BT /F1 12 Tf (${repeated('(', 50_000)}`) },
  { name: 'arrays-deep.pdf', write: content(() => repeated('[', 500_000)) },
  { name: 'numbers.pdf', write: content(() => repeated('9', 5_000_000)) },
  { name: 'content-of-spaces.pdf', write: drawn(() => Buffer.alloc(400 * megabyte, 32)) },
  { name: 'content-of-states.pdf', write: drawn(() => repeated('q Q\n', 8_000_000)) },
  { name: 'content-of-text.pdf', write: drawn(() => repeated('BT /F1 9 Tf 9 9 Td (x) Tj ET\n', 1_000_000)) },
  { name: 'content-of-curves.pdf', write: drawn(() => repeated('0 0 m 1 2 3 4 5 6 c S\n', 1_500_000)) },
  { name: 'content-of-dashes.pdf', write: drawn(() => `[0.0001] 0 d ${repeated('0 0 m 600 700 l S\n', 300)}`) },
  { name: 'packed-thrice.pdf', write: drawn(() => Buffer.alloc(600 * megabyte, 32), 3) },
  {
    name: 'contents-again.pdf',
    write: made(() => [
      catalog,
      onePage,
      page(`/Contents [${repeated('4 0 R ', 300_000)}] /Resources << /Font << /F1 5 0 R >> >>`),
      stream('BT /F1 9 Tf (x) Tj ET'),
      font,
    ]),
  },
  {
    name: 'annotations.pdf',
    write: made(() => [
      catalog,
      onePage,
      page(`/Annots [${repeated('4 0 R ', 300_000)}]`),
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>',
    ]),
  },
  {
    name: 'kids.pdf',
    write: made(() => [catalog, `<< /Type /Pages /Count 200000 /Kids [${repeated('3 0 R ', 200_000)}] >>`, page()]),
  },
  {
    name: 'kids-in-a-circle.pdf',
    write: made(() => [
      catalog,
      '<< /Type /Pages /Count 10 /Kids [3 0 R 2 0 R] >>',
      '<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R 3 0 R] >>',
    ]),
  },
  {
    name: 'kids-deep.pdf',
    write: made(() => [
      catalog,
      ...Array.from({ length: 20_000 }, (_, index) => `<< /Type /Pages /Count 1 /Kids [${index + 3} 0 R] >>`),
      page(),
    ]),
  },
  { name: 'count-lie.pdf', write: made(() => [catalog, '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>', page()]) },
  { name: 'negative-count.pdf', write: made(() => [catalog, '<< /Type /Pages /Count -5 /Kids [3 0 R] >>', page()]) },
  {
    name: 'form-in-itself.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>'),
      stream('/X Do'),
      stream(
        repeated('/X Do ', 50),
        1,
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
      ),
    ]),
  },
  {
    name: 'forms-doubling.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>'),
      stream('/X Do'),
      ...Array.from({ length: 30 }, (_, index) =>
        stream(
          '/X Do /X Do',
          1,
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${index === 29 ? 5 : index + 6} 0 R >> >>`,
        ),
      ),
    ]),
  },
  {
    name: 'picture-promised.pdf',
    write: picture('/Width 200000 /Height 200000 /ColorSpace /DeviceRGB /BitsPerComponent 8', () => 'x'),
  },
  {
    name: 'picture-of-zeros.pdf',
    write: picture('/Width 20000 /Height 20000 /ColorSpace /DeviceRGB /BitsPerComponent 8', () =>
      Buffer.alloc(400 * megabyte),
    ),
  },
  {
    name: 'picture-of-bits.pdf',
    write: picture('/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1', () =>
      Buffer.alloc(430 * megabyte),
    ),
  },
  {
    name: 'pictures-again.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>'),
      stream(repeated('/I Do\n', 20_000)),
      stream(
        Buffer.alloc(12_000_000),
        1,
        '/Type /XObject /Subtype /Image /Width 2000 /Height 2000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
      ),
    ]),
  },
  {
    name: 'page-as-large-as-a-town.pdf',
    write: (file) => writeFileSync(file, pdfBytes({ pages: [{ content: textAt('x', 9, 9), size: [1e9, 1e9] }] })),
  },
  {
    name: 'page-of-no-size.pdf',
    write: (file) => writeFileSync(file, pdfBytes({ pages: [{ content: textAt('x', 9, 9), size: [0, 0] }] })),
  },
  {
    name: 'tables-in-a-circle.pdf',
    write: (file) =>
      writeFileSync(
        file,
        Buffer.from(
          pdfBytes({ pages: [{ content: textAt('x', 9, 9) }] })
            .toString('latin1')
            .replace(/trailer\n<<(.*)>>\nstartxref\n(\d+)/u, 'trailer\n<<$1 /Prev $2 >>\nstartxref\n$2'),
          'latin1',
        ),
      ),
  },
  {
    name: 'outline-in-a-circle.pdf',
    write: made(() => [
      '<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>',
      onePage,
      page(),
      '<< /First 5 0 R /Last 5 0 R /Count 99999 >>',
      '<< /Title (x) /Parent 4 0 R /Next 5 0 R /First 5 0 R /Prev 5 0 R >>',
    ]),
  },
  {
    name: 'outline-long.pdf',
    write: made(() => [
      '<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>',
      onePage,
      page(),
      '<< /First 5 0 R /Last 5 0 R /Count 60000 >>',
      ...Array.from(
        { length: 60_000 },
        (_, index) => `<< /Title (x) /Parent 4 0 R ${index === 59_999 ? '' : `/Next ${index + 6} 0 R`} >>`,
      ),
    ]),
  },
  {
    name: 'names-in-a-circle.pdf',
    write: made(() => [
      '<< /Type /Catalog /Pages 2 0 R /Names << /Dests 4 0 R >> >>',
      onePage,
      page(),
      '<< /Kids [4 0 R 4 0 R] >>',
    ]),
  },
  {
    name: 'dictionaries-deep.pdf',
    write: made(
      () => [catalog, onePage, page(), `${repeated('<< /A ', 100_000)}1${repeated(' >>', 100_000)}`],
      '/Info 4 0 R',
    ),
  },
  { name: 'long-name.pdf', write: made(() => [catalog, onePage, page(`/${repeated('x', 5_000_000)} 1`)]) },
  {
    name: 'calculator.pdf',
    write: made(() => [
      catalog,
      onePage,
      page(
        '/Contents 4 0 R /Resources << /Shading << /S << /ShadingType 1 /Domain [0 1 0 1] /ColorSpace /DeviceGray /Function 5 0 R >> >> >>',
      ),
      stream(repeated('/S sh ', 2_000)),
      stream(`{ ${repeated('dup mul ', 20_000)} }`, 1, '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]'),
    ]),
  },
  {
    name: 'patterns.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /Pattern << /P 5 0 R >> >>'),
      stream('/Pattern cs /P scn 0 0 600 700 re f'),
      stream(
        '/Pattern cs /P scn 0 0 1 1 re f',
        1,
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P 5 0 R >> >>',
      ),
    ]),
  },
  {
    name: 'letters-drawn-by-letters.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>'),
      stream('BT /F1 9 Tf (aaaa) Tj ET'),
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>',
      stream('9 0 d0 BT /F1 9 Tf (aaaa) Tj ET'),
    ]),
  },
  {
    name: 'character-map.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>'),
      stream('BT /F1 9 Tf <00010002> Tj ET'),
      '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>] >>',
      stream(
        `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${repeated('1 beginbfrange <0000> <FFFF> <0000> endbfrange\n', 3_000)} endcmap`,
      ),
    ]),
  },
  {
    name: 'widths-lie.pdf',
    write: made(() => [
      catalog,
      onePage,
      page('/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>'),
      stream('BT /F1 9 Tf (x) Tj ET'),
      '<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 2000000000 /Widths [1] >>',
    ]),
  },
  {
    name: 'objects-in-a-circle.pdf',
    write: made(() => [catalog, onePage, page('/Contents 4 0 R /Resources 5 0 R'), '4 0 R', '5 0 R']),
  },
  {
    name: 'protected-by-a-lie.pdf',
    write: made(
      () => [
        catalog,
        onePage,
        page(),
        '<< /Filter /Standard /V 5 /R 6 /Length 999999999 /P -1 /O (x) /U (x) /OE (x) /UE (x) /Perms (x) >>',
      ],
      '/Encrypt 4 0 R /ID [(x) (x)]',
    ),
  },
  {
    name: 'thousand-pages.pdf',
    write: (file) =>
      writeFileSync(
        file,
        pdfBytes({
          pages: Array.from({ length: 1_000 }, (_, index) => ({ content: textAt(`Page ${index}`, 72, 700) })),
        }),
      ),
  },
  { name: 'nothing-but-a-mark.pdf', write: repeatedFile('%PDF-1.7\n', 40 * megabyte) },
  { name: 'objects-without-end.pdf', write: repeatedFile('1 0 obj\n<<', 20 * megabyte, '%PDF-1.7\n') },
  { name: 'start-without-table.pdf', write: repeatedFile('startxref\n0\n', 20 * megabyte, '%PDF-1.7\n') },
  {
    name: 'streams-without-end.pdf',
    write: repeatedFile('1 0 obj << /Length 9 >> stream\n', 20 * megabyte, '%PDF-1.7\n'),
  },
]

export const documentBombs: readonly Bomb[] = [...docx, ...pdf]
