/** Hostile workbooks of every kind: XML, binary, OpenDocument and that of Excel 97. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withArchive } from '../../../../src/workers/files/archive.ts'
import { compoundFile, narrow, numberCell, record, sharedCell, u16, u32, workbookStream } from '../../old-workbook.ts'
import { contentXml, flatXml, float, row, sheet, words, writeSpreadsheet } from '../../open-document.ts'
import { rowsOf, sheetPart, type WorkbookParts, writeWorkbook, writeZip } from '../../workbook.ts'
import { type Bomb, generatedFile, megabyte, series } from '../bomb.ts'

const plain = rowsOf([
  ['a', 'b'],
  ['x', 1],
  ['y', 2],
])

function* pieces(start: string, count: number, piece: (index: number) => string, end: string): Generator<string> {
  yield start
  let waiting = ''
  for (const one of series(count, piece)) {
    waiting += one
    if (waiting.length < megabyte) continue
    yield waiting
    waiting = ''
  }
  yield waiting + end
}

const [sheetStart = '', sheetEnd = ''] = sheetPart('<!>').split('<!>')
const streamed = (count: number, piece: (index: number) => string): Iterable<string> =>
  pieces(sheetStart, count, piece, sheetEnd)

const book =
  (parts: () => WorkbookParts): Bomb['write'] =>
  (file) =>
    writeWorkbook(file, parts())
const oneSheet = (part: () => Iterable<string> | string): Bomb['write'] =>
  book(() => ({ sheets: [{ name: 'Sheet', part: part() }] }))

const spaces = (bytes: number): Iterable<string> => series(Math.ceil(bytes / megabyte), () => ' '.repeat(megabyte))

const laughs = `<!DOCTYPE x [<!ENTITY e0 "ha">${Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('')}]>`

const xlsx: readonly Bomb[] = [
  { name: 'sheet-of-spaces.xlsx', write: oneSheet(() => streamed(600, () => ' '.repeat(megabyte))) },
  { name: 'empty-rows.xlsx', write: oneSheet(() => streamed(1_048_576, (index) => `<row r="${index + 1}"/>`)) },
  {
    name: 'million-rows.xlsx',
    write: oneSheet(() => streamed(1_048_576, (index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`)),
  },
  {
    name: 'widest-row.xlsx',
    write: oneSheet(() =>
      streamed(3, (index) => `<row r="${index + 1}">${`<c><v>${index}</v></c>`.repeat(16_384)}</row>`),
    ),
  },
  { name: 'last-cell.xlsx', write: oneSheet(() => sheetPart('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')) },
  {
    name: 'past-the-last-cell.xlsx',
    write: oneSheet(() => sheetPart('<row r="999999999999"><c r="ZZZZZZZZ999999999999"><v>1</v></c></row>')),
  },
  {
    name: 'corners.xlsx',
    write: oneSheet(() =>
      sheetPart(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>',
      ),
    ),
  },
  {
    name: 'rows-backwards.xlsx',
    write: oneSheet(() =>
      streamed(100_000, (index) => `<row r="${100_000 - index}"><c r="A${100_000 - index}"><v>${index}</v></c></row>`),
    ),
  },
  {
    name: 'same-row-again.xlsx',
    write: oneSheet(() => streamed(300_000, (index) => `<row r="1"><c r="A1"><v>${index}</v></c></row>`)),
  },
  {
    name: 'scattered.xlsx',
    write: oneSheet(() =>
      streamed(
        60_000,
        (index) =>
          `<row r="${1 + index * 17}"><c r="${['A', 'ZZ', 'AAA', 'XFA'][index % 4]}${1 + index * 17}"><v>${index}</v></c></row>`,
      ),
    ),
  },
  { name: 'elements-deep.xlsx', write: oneSheet(() => streamed(300_000, () => '<row>')) },
  {
    name: 'cell-text-40-megabytes.xlsx',
    write: oneSheet(() =>
      streamed(40, (index) => (index === 0 ? '<row><c t="inlineStr"><is><t>' : '') + 'x'.repeat(megabyte)),
    ),
  },
  {
    name: 'attribute-40-megabytes.xlsx',
    write: oneSheet(() => streamed(40, (index) => (index === 0 ? '<row spans="' : '') + 'x'.repeat(megabyte))),
  },
  {
    name: 'attributes.xlsx',
    write: oneSheet(() =>
      sheetPart(
        `<row ${Array.from({ length: 300_000 }, (_, index) => `a${index}="1"`).join(' ')}><c><v>1</v></c></row>`,
      ),
    ),
  },
  {
    name: 'entities.xlsx',
    write: oneSheet(() => sheetPart(`<row><c t="inlineStr"><is><t>${'&#120;'.repeat(600_000)}</t></is></c></row>`)),
  },
  {
    name: 'laughs.xlsx',
    write: oneSheet(() =>
      sheetPart('<row><c t="inlineStr"><is><t>&e9;</t></is></c></row>').replace('?>', `?>${laughs}`),
    ),
  },
  {
    name: 'external-entity.xlsx',
    write: oneSheet(() =>
      sheetPart('<row><c t="inlineStr"><is><t>&e;</t></is></c></row>').replace(
        '?>',
        '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
      ),
    ),
  },
  {
    name: 'dimension-lie.xlsx',
    write: oneSheet(() => sheetPart(plain).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  },
  {
    name: 'merged-16384-columns.xlsx',
    write: book(() => ({
      sheets: [
        {
          name: 'S',
          data: plain,
          after: `<mergeCells>${Array.from({ length: 2_000 }, (_, index) => `<mergeCell ref="A${index * 500 + 1}:XFD${index * 500 + 400}"/>`).join('')}</mergeCells>`,
        },
      ],
    })),
  },
  {
    name: 'million-merges.xlsx',
    write: book(() => ({
      sheets: [
        {
          name: 'S',
          part: pieces(
            `${sheetStart + plain}</sheetData><mergeCells>`,
            1_000_000,
            (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`,
            '</mergeCells></worksheet>',
          ),
        },
      ],
    })),
  },
  {
    name: 'header-merged.xlsx',
    write: book(() => ({
      sheets: [
        {
          name: 'S',
          data: `<row r="1"><c r="A1" t="inlineStr"><is><t>all</t></is></c></row>${`<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(20)}`,
          after: '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>',
        },
      ],
    })),
  },
  {
    name: 'shared-text-again.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', part: streamed(200_000, () => '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>') }],
      strings: ['x'.repeat(32_767), 'y'.repeat(32_767)],
    })),
  },
  {
    name: 'shared-text-of-60-megabytes.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: plain }],
      parts: { 'xl/sharedStrings.xml': pieces('<sst><si><t>', 60, () => 'x'.repeat(megabyte), '</t></si></sst>') },
    })),
  },
  {
    name: 'shared-texts.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: plain }],
      parts: {
        'xl/sharedStrings.xml': pieces(
          '<sst count="9999999999" uniqueCount="9999999999">',
          3_000_000,
          (index) => `<si><t>${index}</t></si>`,
          '</sst>',
        ),
      },
    })),
  },
  {
    name: 'shared-index-lie.xlsx',
    write: book(() => ({
      sheets: [
        { name: 'S', data: '<row><c t="s"><v>4294967295</v></c><c t="s"><v>-1</v></c><c t="s"><v>1e300</v></c></row>' },
      ],
    })),
  },
  {
    name: 'long-format.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: rowsOf([['a'], [{ value: 1, style: 1 }], [{ value: 2, style: 1 }]]) }],
      formats: [`${'[Red]'.repeat(100_000)}0`],
    })),
  },
  {
    name: 'format-of-brackets.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: rowsOf([['a'], [{ value: 1, style: 1 }], [{ value: 2, style: 2 }]]) }],
      formats: ['['.repeat(500_000), `${'"'.repeat(300_001)}`],
    })),
  },
  {
    name: 'format-of-questions.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: rowsOf([['a'], [{ value: 1, style: 1 }], [{ value: 2, style: 1 }]]) }],
      formats: [`${'?'.repeat(200_000)}/${'?'.repeat(200_000)}`],
    })),
  },
  {
    name: 'many-formats.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: plain }],
      formats: Array.from({ length: 120_000 }, (_, index) => `0.0"${index}"`),
    })),
  },
  {
    name: 'styles-of-spaces.xlsx',
    write: book(() => ({ sheets: [{ name: 'S', data: plain }], parts: { 'xl/styles.xml': spaces(300 * megabyte) } })),
  },
  {
    name: 'ten-thousand-sheets.xlsx',
    write: book(() => ({ sheets: Array.from({ length: 10_000 }, (_, index) => ({ name: `S${index}`, data: plain })) })),
  },
  {
    name: 'numbers-out-of-reach.xlsx',
    write: oneSheet(() =>
      streamed(
        200_000,
        (index) =>
          `<row><c><v>${['1e999', '-1e999', 'NaN', '1e-999', '', '0x10', '1'.repeat(400)][index % 7]}</v></c></row>`,
      ),
    ),
  },
  {
    name: 'dates-out-of-reach.xlsx',
    write: book(() => ({
      sheets: [
        {
          name: 'S',
          data: rowsOf([
            ['a'],
            ...Array.from({ length: 5_000 }, (_, index) => [{ value: index % 2 ? 1e300 : -1e15, style: 1 }]),
          ]),
        },
      ],
      formats: [14],
    })),
  },
  {
    name: 'own-relation.xlsx',
    write: book(() => ({
      sheets: [{ name: 'S', data: plain }],
      parts: {
        'xl/_rels/workbook.xml.rels': `<Relationships>${'<Relationship Id="rId1" Type="x/worksheet" Target="workbook.xml"/>'.repeat(100_000)}</Relationships>`,
      },
    })),
  },
  {
    name: 'two-hundred-tables.xlsx',
    write: book(() => ({
      sheets: Array.from({ length: 200 }, (_, index) => ({
        name: `S${index}`,
        data: `<row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>n</t></is></c></row>${Array.from({ length: 60 }, (__, at) => `<row><c t="inlineStr"><is><t>k${at}</t></is></c><c><v>${at * index}</v></c></row>`).join('')}`,
      })),
    })),
  },
  {
    name: 'comment-in-xml.xlsx',
    write: oneSheet(() => streamed(60, (index) => (index === 0 ? '<!-- ' : '') + 'y'.repeat(megabyte))),
  },
]

const cells = (count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: count }, (_, index) => numberCell(index % 65_536, Math.floor(index / 65_536), index)),
  )
const old =
  (globals: () => Buffer[], records: () => Buffer): Bomb['write'] =>
  (file) =>
    writeFileSync(file, compoundFile(workbookStream(globals(), [['S', records()]])))

const xls: readonly Bomb[] = [
  {
    name: 'texts-lie.xls',
    write: old(
      () => [record(0x00fc, u32(0xffffffff, 0xffffffff), narrow('x'))],
      () => sharedCell(0, 0, 4_000_000_000),
    ),
  },
  {
    name: 'text-length-lie.xls',
    write: old(
      () => [record(0x00fc, u32(1, 1), u16(65_535), Buffer.from([1]))],
      () => sharedCell(0, 0, 0),
    ),
  },
  {
    name: 'continued-text.xls',
    write: old(
      () => [
        record(0x00fc, u32(1, 1), u16(65_535), Buffer.from([0])),
        ...Array.from({ length: 800 }, () => record(0x003c, Buffer.alloc(8_000, 1))),
      ],
      () => sharedCell(0, 0, 0),
    ),
  },
  {
    name: 'three-hundred-thousand-cells.xls',
    write: old(
      () => [],
      () => cells(300_000),
    ),
  },
  {
    name: 'same-cell-again.xls',
    write: old(
      () => [],
      () => Buffer.concat(Array.from({ length: 300_000 }, (_, index) => numberCell(0, 0, index))),
    ),
  },
  {
    name: 'last-cell.xls',
    write: old(
      () => [],
      () => Buffer.concat([numberCell(0, 0, 1), numberCell(65_535, 255, 1), numberCell(65_535, 65_535, 1)]),
    ),
  },
  {
    name: 'run-of-numbers-lie.xls',
    write: old(
      () => [],
      () => record(0x00bd, u16(0, 0), Buffer.alloc(600), u16(65_535)),
    ),
  },
  {
    name: 'empty-records.xls',
    write: old(
      () => [],
      () => Buffer.alloc(6 * megabyte, record(0x1234)),
    ),
  },
  {
    name: 'merges.xls',
    write: old(
      () => [],
      () =>
        Buffer.concat([
          numberCell(0, 0, 1),
          ...Array.from({ length: 20_000 }, () =>
            record(0x00e5, u16(3, 0, 65_535, 0, 255, 0, 65_535, 0, 255, 0, 65_535, 0, 255)),
          ),
        ]),
    ),
  },
  {
    name: 'formats.xls',
    write: old(
      () => Array.from({ length: 30_000 }, (_, index) => record(0x041e, u16(index), narrow('[Red]'.repeat(40)))),
      () => cells(10),
    ),
  },
  {
    name: 'sheets-that-are-one.xls',
    write: old(
      () =>
        Array.from({ length: 60_000 }, (_, index) =>
          record(0x0085, u32(4_000_000_000 - index), [0, 0, 1, 0], Buffer.from('S')),
        ),
      () => cells(10),
    ),
  },
  {
    name: 'chain-in-a-circle.xls',
    write: (file) => {
      const bytes = compoundFile(workbookStream([], [['S', cells(2_000)]]))
      // Sectors of the allocation table lead back to one before.
      const first = bytes.readUInt32LE(76)
      const at = 512 + first * 512
      for (let index = 4; index < 100; index += 1) bytes.writeUInt32LE(3, at + index * 4)
      writeFileSync(file, bytes)
    },
  },
  {
    name: 'sector-size-lie.xls',
    write: (file) => {
      const bytes = compoundFile(workbookStream([], [['S', cells(2_000)]]))
      bytes.writeUInt16LE(31, 30)
      bytes.writeUInt32LE(0xfffffff0, 44)
      writeFileSync(file, bytes)
    },
  },
]

const binary = path.resolve(import.meta.dirname, '../../../fixtures/workbooks/excel-binary.xlsb')

/** The binary workbook of the fixtures with some of its parts put in place of others. */
async function changedBinary(
  file: string,
  change: (name: string, bytes: Buffer) => Buffer | Iterable<string>,
): Promise<void> {
  const parts = await withArchive(binary, async (archive) => {
    const read: Record<string, Buffer | Iterable<string>> = {}
    for (const name of archive.names.filter((one) => !one.endsWith('/'))) {
      read[name] = change(name, await archive.read(name, 32 * megabyte))
    }
    return read
  })
  await writeZip(file, parts)
}

const inSheet =
  (bytes: (sheet: Buffer) => Buffer): Bomb['write'] =>
  (file) =>
    changedBinary(file, (name, part) => (/worksheets\/sheet1\.bin$/u.test(name) ? bytes(part) : part))

const xlsb: readonly Bomb[] = [
  {
    name: 'endless-record.xlsb',
    write: inSheet((part) =>
      Buffer.concat([part.subarray(0, 40), Buffer.from([0x07, 0xff, 0xff, 0xff, 0x7f]), Buffer.alloc(60 * megabyte)]),
    ),
  },
  { name: 'empty-records.xlsb', write: inSheet(() => Buffer.alloc(40 * megabyte, Buffer.from([0x3c, 0x00]))) },
  {
    name: 'row-numbers-lie.xlsb',
    write: inSheet((part) =>
      Buffer.concat([
        part.subarray(0, 100),
        Buffer.alloc(2_000_000, Buffer.from([0x00, 0x04, 0xff, 0xff, 0xff, 0x7f])),
      ]),
    ),
  },
  { name: 'ones.xlsb', write: inSheet(() => Buffer.alloc(30 * megabyte, 0xff)) },
  {
    name: 'texts-of-zeros.xlsb',
    write: (file) =>
      changedBinary(file, (name, part) => (/sharedStrings\.bin$/u.test(name) ? Buffer.alloc(200 * megabyte) : part)),
  },
  {
    name: 'texts-lie.xlsb',
    write: (file) =>
      changedBinary(file, (name, part) =>
        /sharedStrings\.bin$/u.test(name)
          ? Buffer.alloc(20 * megabyte, Buffer.from([0x13, 0x05, 0x00, 0xff, 0xff, 0xff, 0xff]))
          : part,
      ),
  },
]

const repeatedOds =
  (rows: string): Bomb['write'] =>
  (file) =>
    writeSpreadsheet(file, contentXml(sheet('S', row(words('a') + words('b')) + rows)))
const odsOf =
  (content: Iterable<string>): Bomb['write'] =>
  (file) =>
    writeZip(file, { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content })
const [odsStart = '', odsEnd = ''] = contentXml(sheet('S', '<!>')).split('<!>')

const ods: readonly Bomb[] = [
  {
    name: 'billion-columns.ods',
    write: repeatedOds(
      row('<table:table-cell table:number-columns-repeated="999999999" office:value-type="float" office:value="1"/>'),
    ),
  },
  { name: 'billion-rows.ods', write: repeatedOds(row(float(1) + float(2), 'table:number-rows-repeated="999999999"')) },
  {
    name: 'million-by-16384.ods',
    write: repeatedOds(
      row(
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>',
        'table:number-rows-repeated="1048576"',
      ),
    ),
  },
  {
    name: 'thousand-by-thousand.ods',
    write: repeatedOds(
      row(
        '<table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/>',
        'table:number-rows-repeated="1000"',
      ),
    ),
  },
  {
    name: 'spaces.ods',
    write: repeatedOds(
      row(
        '<table:table-cell office:value-type="string"><text:p><text:s text:c="999999999"/></text:p></table:table-cell>',
      ),
    ),
  },
  {
    name: 'spans.ods',
    write: repeatedOds(
      row(
        '<table:table-cell table:number-columns-spanned="999999" table:number-rows-spanned="999999" office:value-type="float" office:value="1"/>',
      ).repeat(3_000),
    ),
  },
  {
    name: 'laughs.ods',
    write: (file) =>
      writeSpreadsheet(file, contentXml(sheet('S', row(words('x').replace('x', '&e9;')))).replace('?>', `?>${laughs}`)),
  },
  { name: 'rows-in-groups.ods', write: odsOf(pieces(odsStart, 300_000, () => '<table:table-row-group>', odsEnd)) },
  { name: 'content-of-spaces.ods', write: odsOf(pieces(odsStart, 400, () => ' '.repeat(megabyte), odsEnd)) },
  {
    name: 'paragraphs.ods',
    write: odsOf(
      pieces(
        `${odsStart}<table:table-row><table:table-cell office:value-type="string">`,
        2_000_000,
        () => '<text:p>x</text:p>',
        odsEnd,
      ),
    ),
  },
  {
    name: 'ten-thousand-sheets.ods',
    write: (file) =>
      writeSpreadsheet(
        file,
        contentXml(
          Array.from({ length: 10_000 }, (_, index) => sheet(`S${index}`, row(words('a')) + row(float(index)))).join(
            '',
          ),
        ),
      ),
  },
  {
    name: 'billion-rows.fods',
    write: (file) =>
      writeFileSync(
        file,
        flatXml(sheet('S', row(words('a')) + row(float(1), 'table:number-rows-repeated="999999999"'))),
      ),
  },
  {
    name: 'deep.fods',
    write: generatedFile(function* () {
      const [start = ''] = flatXml(sheet('S', '<!>')).split('<!>')
      yield* pieces(start, 400_000, () => '<text:span>', '')
    }),
  },
]

export const workbookBombs: readonly Bomb[] = [...xlsx, ...xls, ...xlsb, ...ods]
