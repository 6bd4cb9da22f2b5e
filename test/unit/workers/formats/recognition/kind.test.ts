import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { detailOfRefused } from '../../../../../src/shared/file-formats/refused.ts'
import type { Pipeline } from '../../../../../src/shared/job/pipeline.ts'
import { documentKind } from '../../../../../src/workers/formats/recognition/document-kind.ts'
import { decideKind } from '../../../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import { importSource } from '../../../../../src/workers/stages/import.ts'
import { pollutedFiles } from '../../../../bench/polluted-files.ts'
import { writeZip } from '../../../../support/workbook.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-kind-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sourceOf(name: string, content: string | Buffer) {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return { path: file, name, bytes: Buffer.byteLength(content) }
}

/** `pipeline kind`, or the reason it is refused for. */
async function decided(name: string, content: string | Buffer, wanted?: Pipeline): Promise<string> {
  return said(decideKind(sourceOf(name, content), wanted))
}

async function said(work: ReturnType<typeof decideKind>): Promise<string> {
  try {
    const { pipeline, kind } = await work
    return `${pipeline} ${kind}`
  } catch (error) {
    if (error instanceof StoryglassError) return error.reason
    throw error
  }
}

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n')
const day = (index: number): string => `2024-03-${String((index % 28) + 1).padStart(2, '0')}`

const prose = readFileSync(path.resolve('LICENSE'), 'utf8')
const verse = rows(12, (index) => `The rose of number ${index} is red, the violet by it is blue`)
const letter = `Dear Ada,\n\nthank you for the lamps, chairs and tables; they came on Monday, all in one piece.\n\nYours,\nBo\n`
const log = rows(
  40,
  (index) =>
    `${day(index)} 12:00:${String(index).padStart(2, '0')} ${index % 3 === 0 ? 'WARN' : 'INFO'} server.http: request ${index} took ${index * 7} ms${index % 4 === 0 ? ', slow, retried once' : ''}`,
)
const access = rows(
  40,
  (index) =>
    `10.0.0.${index} - - [0${(index % 9) + 1}/Mar/2024:12:00:00 +0000] "GET /page/${index} HTTP/1.1" 200 ${index * 13}`,
)
const report = `MONTHLY REPORT                          Page 1\n\n${rows(30, (index) => `Account ${index}${' '.repeat(24 - String(index).length)}${index % 5 === 0 ? '' : `${index * 3}.00`}    ${index}.50  CR`)}\n\nTOTAL                     1,305.00\n\nPrepared by the office. Figures are not audited.\n`
const code = rows(30, (index) => `#define CODE_${index} ${index}\nint value_${index}(void);`)
const settings = rows(20, (index) => `# option ${index}\nkey${index} = value, of, ${index}`)
const tabs = `name\tcity\tjoined\n${rows(20, (index) => `Person ${index}\tCity ${index % 4}\t${day(index)}`)}`
const commas = `day,amount\n${rows(8, (index) => `${day(index)},${index * 3}.5`)}`
const semicolons = rows(12, (index) => `${index};${index * 2},5;item ${index}`)
const aligned = `  time   height  width\n${rows(20, (index) => `  ${index}.5    ${index * 2}.25   ${index}.125`)}`
const pipes = `id|name|price\n${rows(6, (index) => `${index}|Lamp ${index}|${index}.99`)}`
const optional = `version,codename,series,created,release,eol\n${rows(20, (index) => `${index},Name ${index},s${index},${day(index)}${index % 2 ? '' : `,${day(index)},${day(index)}`}`)}`
const readme = '# Lamps\n\nA library of [lamps](https://example.org/lamps).\n\n```js\nlight()\n```\n'
const page = '<!doctype html><html><body><table><tr><td>a</td><td>1</td></tr></table></body></html>'

describe('what a file is and which pipeline reads it', () => {
  it.each<[what: string, name: string, content: string | Buffer, decision: string]>([
    ['a licence', 'LICENSE', prose, 'document text'],
    ['a licence called .txt', 'license.txt', prose, 'document text'],
    ['verse with a comma a line', 'verse.txt', verse, 'document text'],
    ['a letter', 'letter.txt', letter, 'document text'],
    ['one line', 'note.txt', 'Buy milk, bread', 'document text'],
    ['a log', 'server.log', log, 'document text'],
    ['a report in columns', 'report.txt', report, 'document text'],
    ['code', 'codes.h', code, 'document text'],
    ['settings', 'app.conf', settings, 'document text'],
    ['a list of names', 'names.txt', rows(30, (index) => `Name ${index}`), 'document text'],
    ['an access log, which is a table', 'access.log', access, 'story csv'],
    ['an export set by tabs called .txt', 'export.txt', tabs, 'story csv'],
    ['two columns, one of numbers', 'sums.txt', commas, 'story csv'],
    ['no header, no ending', 'dump', semicolons, 'story csv'],
    ['numbers set by spaces', 'measured.dat', aligned, 'story csv'],
    ['cells set by bars', 'prices.out', pipes, 'story csv'],
    ['rows whose last cells may be missing', 'releases.txt', optional, 'story csv'],
    ['two rows of a table by name', 'small.csv', 'a,b\n1,2\n', 'story csv'],
    ['one column of a table by name', 'names.csv', 'name\nAda\nBo\n', 'story csv'],
    ['a table called a workbook', 'data.xlsx', 'a,b\n1,2\n', 'story csv'],
    ['Markdown by name', 'notes.md', 'a,b\n1,2\n', 'document markdown'],
    ['Markdown by content', 'README', readme, 'document markdown'],
    ['a script with headings for comments', 'run', `#!/bin/sh\n# one\n${readme}`, 'document text'],
    ['a web page', 'page.html', page, 'document html'],
    ['a web page called a workbook', 'report.xls', page, 'document html'],
    ['a web page with an XML declaration', 'page', `<?xml version="1.0"?>\n<!-- a -->${page}`, 'document html'],
    ['a piece of a page', 'piece.txt', '<div><p>a</p></div>', 'document html'],
    ['Markdown that begins with markup', 'README.md', '<h1 align="center">Lamps</h1>\n\n# a', 'document markdown'],
    ['a PDF by any name', 'what.bin', '%PDF-1.7\n1 0 obj', 'document pdf'],
    [
      'a PDF that lost its mark',
      'broken.pdf',
      Buffer.from(rows(60, (index) => `${index} 0 obj\u0000\u0001\u0002\u0003\u0004\u0005`)),
      'document pdf',
    ],
    ['JSON', 'data.json', '[{"a": 1}, {"a": 2}]', 'story json'],
    ['JSON Lines called a text', 'log.txt', '{"a": 1}\n{"a": 2}', 'story json'],
    ['lists, one a line', 'data', '["a", 1]\n["b", 2]', 'story json'],
    ['a note in brackets', 'note.txt', '[draft] A letter to nobody, which goes on for a while.', 'document text'],
    ['XML', 'data.xml', '<?xml version="1.0"?><rows><row/></rows>', 'unsupported_kind'],
    ['rich text', 'letter.rtf', '{\\rtf1\\ansi hello}', 'unsupported_kind'],
    ['a picture', 'photo.jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'binary_file'],
    ['an SPSS file', 'a.sav', Buffer.from('$FL2@(#) SPSS DATA FILE \u0000\u0001'), 'story spss'],
    ['an SPSS file by any name', 'a.bin', Buffer.from('$FL3@(#) SPSS DATA FILE \u0000\u0001'), 'story spss'],
    ['a Stata file by any name', 'a.bin', Buffer.from('<stata_dta><header><release>118\u0000'), 'story stata'],
    ['an old Stata file', 'a.dta', Buffer.from('730201000100', 'hex'), 'story stata'],
    ['an SAS transport file', 'a.xpt', 'HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000', 'unsupported_kind'],
    ['a picture called a PDF', 'scan.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary_file'],
    ['a compressed file', 'data.csv.gz', Buffer.from('1f8b0800000000000003', 'hex'), 'binary_file'],
    ['nothing', 'empty.txt', '', 'empty_file'],
    ['white space', 'blank.txt', ' \n\n\t\n', 'empty_file'],
  ])('%s', async (_, name, content, decision) => {
    expect(await decided(name, content)).toBe(decision)
  })

  it('takes the polluted tables for tables also where they are called .txt, but for lists of one column or of two words', async () => {
    const missed: string[] = []
    for (const { name, bytes } of pollutedFiles()) {
      if ((await decided(`${name}.txt`, bytes)) !== 'story csv') missed.push(name)
    }
    expect(missed).toEqual(['one_column', 'two_columns_space'])
  })

  it('tells Office files of before 2007 and encrypted ones by what is in them', async () => {
    const container = (stream: string): Buffer => {
      const bytes = Buffer.alloc(4096)
      bytes.writeUInt32BE(0xd0cf11e0)
      bytes.write(stream, 1024, 'utf16le')
      return bytes
    }
    expect(await decided('a', container('WordDocument'))).toBe('old_document')
    expect(await decided('b', container('Workbook'))).toBe('story xls')
    expect(await decided('c', container('PowerPoint Document'))).toBe('unsupported_kind')
    expect(await decided('secret.docx', container('EncryptedPackage'))).toBe('encrypted_document')
    expect(await decided('secret.xlsx', container('EncryptedPackage'))).toBe('encrypted_workbook')
  })

  it('tells archives by their parts', async () => {
    const archive = async (name: string, parts: Record<string, string>): Promise<string> => {
      const file = path.join(folder, name)
      await writeZip(file, parts)
      return said(decideKind({ path: file, name }))
    }
    expect(await archive('a.zip', { 'word/document.xml': '<x/>' })).toBe('document docx')
    expect(await archive('b.zip', { 'xl/workbook.xml': '<x/>' })).toBe('story xlsx')
    const types =
      '<Types><Override PartName="/text.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    expect(await archive('c', { '[Content_Types].xml': types, 'text.xml': '<x/>' })).toBe('document docx')
    expect(await archive('d.pptx', { 'ppt/presentation.xml': '<x/>' })).toBe('unsupported_kind')
    expect(await archive('e.odt', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })).toBe(
      'unsupported_kind',
    )
    expect(await archive('f.zip', { 'readme.txt': 'hello' })).toBe('not_a_workbook')
  })
})

describe('what another program keeps its data in', () => {
  it.each([
    ['a.mat', 'MATLAB 5.0 MAT-file, Platform', 'matlab'],
    ['a.rdata', 'RDX3\nX\n', 'rData'],
    ['a.h5', '\u0089HDF\r\n\u001a\n', 'hdf'],
    ['a.orc', 'ORC\u0000\u0001', 'orc'],
    ['a.accdb', '\u0000\u0001\u0000\u0000Standard ACE DB\u0000', 'access'],
  ] as const)('is called by its name, with what to do: %s', async (name, content, expected) => {
    const { path: file } = sourceOf(name, Buffer.from(content, 'latin1'))
    await expect(decideKind({ path: file, name })).rejects.toMatchObject({
      reason: 'unsupported_kind',
      detail: detailOfRefused(expected),
    })
  })
})

describe('what a person asked for by name', () => {
  it('reads a text as that, whatever it looks like', async () => {
    expect(await decided('a.txt', letter, 'story')).toBe('story csv')
    expect(await decided('b.txt', tabs, 'document')).toBe('document text')
    expect(await decided('c.json', '{"a": 1}', 'document')).toBe('document text')
  })

  it('is refused with the reason where the file cannot be that', async () => {
    expect(await decided('a.pdf', '%PDF-1.7', 'story')).toBe('unsupported_kind')
    expect(await decided('b.html', page, 'story')).toBe('unsupported_kind')
    expect(await decided('c.csv', tabs, 'document')).toBe('not_a_document')
    expect(await decided('d.xml', '<?xml version="1.0"?><a/>', 'story')).toBe('unsupported_kind')
  })
})

describe('the import stage', () => {
  const imported = (name: string, content: string, wanted?: Pipeline) =>
    importSource(
      { source: sourceOf(name, content), sha256: '', outputDir: folder, ...(wanted ? { wanted } : {}) },
      detachedContext(),
    )

  it('says the kind, the pipeline, and whether the name promised another kind', async () => {
    expect(await imported('a.csv', tabs)).toEqual({ kind: 'csv', misnamed: false, pipeline: 'story' })
    expect(await imported('b.txt', letter)).toEqual({ kind: 'text', misnamed: false, pipeline: 'document' })
    expect(await imported('c.pdf', letter)).toEqual({ kind: 'text', misnamed: true, pipeline: 'document' })
    expect(await imported('d.py', code)).toEqual({ kind: 'text', misnamed: false, pipeline: 'document' })
    expect(await imported('e.docx', '%PDF-1.4\n')).toEqual({ kind: 'pdf', misnamed: true, pipeline: 'document' })
    expect(await imported('f.txt', tabs, 'document')).toEqual({ kind: 'text', misnamed: false, pipeline: 'document' })
  })

  it('agrees with the task that converts', async () => {
    expect(await documentKind(sourceOf('g.txt', letter))).toBe('text')
    await expect(documentKind(sourceOf('h.csv', tabs))).rejects.toMatchObject({ reason: 'not_a_document' })
  })
})
