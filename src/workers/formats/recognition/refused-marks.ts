/** How kinds that are known and not read are told by their content, in the order in which they are tried. */
import type { RefusedKindId } from '../../../shared/file-formats/refused.ts'
import type { OleContent } from '../../files/ole-container.ts'
import { type MarkupStart, markupStart } from '../markup-start.ts'

export type RefusedMark =
  /** The file's first bytes, in hexadecimal, in each way they are known. */
  | { readonly by: 'signature'; readonly hex: readonly string[] }
  /** What an OLE compound file holds. */
  | { readonly by: 'ole'; readonly content: readonly OleContent[] }
  /** A part of a zip package, and what stands in it where the part alone does not tell. */
  | { readonly by: 'part'; readonly part: string; readonly holding: RegExp | null }
  | { readonly by: 'text'; readonly test: (beginning: string) => boolean }
  /** Only once it is read: it is told by the reader of the kind that it looks like. */
  | { readonly by: 'reader' }

const signature = (...hex: string[]): RefusedMark => ({ by: 'signature', hex })
const starting = (...words: string[]): RefusedMark =>
  signature(...words.map((word) => Buffer.from(word, 'latin1').toString('hex')))
const ole = (...content: OleContent[]): RefusedMark => ({ by: 'ole', content })
const part = (name: string, holding: RegExp | null = null): RefusedMark => ({ by: 'part', part: name, holding })
const text = (test: (start: MarkupStart) => boolean): RefusedMark => ({
  by: 'text',
  test: (beginning) => test(markupStart(beginning)),
})

export const refusedMarks = {
  png: signature('89504e470d0a1a0a'),
  jpeg: signature('ffd8ff'),
  gif: signature('47494638'),
  xz: signature('fd377a585a00'),
  sevenZip: signature('377abcaf271c'),
  rar: signature('526172211a07'),
  featherOne: signature('46454131'),
  // A data set, and the transport format of SAS 5.
  sas: signature(
    '000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011',
    Buffer.from('HEADER RECORD*******LIB').toString('hex'),
  ),
  matlab: starting('MATLAB 5.0 MAT-file', 'MATLAB 7.3 MAT-file'),
  rData: starting('RDX2\n', 'RDX3\n', 'X\n\u0000\u0000\u0000\u0002', 'X\n\u0000\u0000\u0000\u0003'),
  hdf: signature('894844460d0a1a0a'),
  netCdf: signature('43444601', '43444602', '43444605'),
  orc: signature('4f5243'),
  avro: signature('4f626a01'),
  numpy: signature('934e554d5059'),
  hyper: starting('HyPe'),
  access: starting('\u0000\u0001\u0000\u0000Standard Jet DB', '\u0000\u0001\u0000\u0000Standard ACE DB'),
  powerBi: part('DataModel'),
  tiff: signature('49492a00', '4d4d002a'),
  elf: signature('7f454c46'),
  machO: signature('cafebabe'),
  // A sheet of its own begins with its record of 4, 6 or 6 bytes; a workbook of Excel 4 with one of its own kind.
  oldExcel: signature('09000400', '09020600', '09040600'),
  doc: ole('document'),
  ppt: ole('presentation'),
  msg: ole('mail'),
  pptx: part('ppt/presentation.xml'),
  odt: part('mimetype', /opendocument\.text/u),
  openDocument: part('mimetype', /opendocument/u),
  epub: part('mimetype', /epub/u),
  iWork: part('Index/Document.iwa'),
  wordXml: text((markup) => isXml(markup) && /progid="Word\.Document"/u.test(markup.start)),
  xml: text(isXml),
  rtf: text(({ start }) => /^\{\\rtf1/u.test(start)),
  postScript: text(({ start }) => /^%!PS/u.test(start)),
  webArchive: text(isWebArchive),
  excelBinary: { by: 'reader' },
  encryptedParquet: { by: 'reader' },
  encryptedDuckDb: { by: 'reader' },
  otherDuckDb: { by: 'reader' },
} as const satisfies Record<RefusedKindId, RefusedMark>

/** The kinds told in one way, in order. */
export function refusedBy<By extends RefusedMark['by']>(
  by: By,
): readonly (readonly [RefusedKindId, Extract<RefusedMark, { by: By }>])[] {
  const entries = Object.entries(refusedMarks) as [RefusedKindId, RefusedMark][]
  return entries.filter((entry): entry is [RefusedKindId, Extract<RefusedMark, { by: By }>] => entry[1].by === by)
}

function isXml({ start, root, isXml: isDeclared }: MarkupStart): boolean {
  return isDeclared || /^<[a-z][\w:-]*(?:\s[^<>]*)?>\s*</iu.test(start) || /^<!doctype\s/iu.test(root)
}

function isWebArchive({ start }: MarkupStart): boolean {
  const headers = start.split(/\n\r?\n/u, 1)[0] ?? ''
  return /^MIME-Version:/imu.test(headers) && /^Content-Type:\s*multipart\/related/imu.test(headers)
}
