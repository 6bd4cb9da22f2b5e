/**
 * Kinds of file that are known and not read: what each is called, what to save it as, and the endings by which it goes.
 * How each is told by its content is in `src/workers/formats/recognition/refused-marks.ts`.
 */
import type { FailureReason } from '../failure/failure.ts'
import type { Pipeline } from '../job/pipeline.ts'
import { endingOf } from './formats.ts'

export interface RefusedKind {
  readonly reason: Extract<FailureReason, 'unsupported_kind' | 'binary_file' | 'old_workbook' | 'old_document'>
  /** With its article: `a PNG image`. */
  readonly name: string
  /** `save it as PDF`; null where its content is nothing that is read. */
  readonly advice: string | null
  /** In lower case, without the dot. */
  readonly endings: readonly string[]
  /** What it would be, were it read; a text of such a name is taken for that. Null where the name says nothing of it. */
  readonly wouldBe: Pipeline | null
  /** Data that nobody reads page by page, but that can be, when a person asks for that. */
  readonly readableAsText?: true
}

/** Nothing in it is a text or a table that could be saved as another kind. */
const binary = { reason: 'binary_file', advice: null, wouldBe: null } as const
const document = { reason: 'unsupported_kind', wouldBe: 'document' } as const
const data = { reason: 'unsupported_kind', wouldBe: null, readableAsText: true } as const
const table = { reason: 'unsupported_kind', wouldBe: 'story' } as const

const otherProgram = { ...table, advice: 'export its data as CSV or Parquet' } as const

export const refusedKinds = {
  png: { ...binary, name: 'a PNG image', endings: ['png'] },
  jpeg: { ...binary, name: 'a JPEG image', endings: ['jpg', 'jpeg'] },
  gif: { ...binary, name: 'a GIF image', endings: ['gif'] },
  xz: { ...binary, name: 'an xz archive', endings: ['xz'] },
  sevenZip: { ...binary, name: 'a 7-Zip archive', endings: ['7z'] },
  rar: { ...binary, name: 'a RAR archive', endings: ['rar'] },
  featherOne: {
    ...table,
    name: 'a Feather file of the first version',
    advice: 'write it again as Feather 2 or Parquet',
    endings: [],
  },
  sas: { ...otherProgram, name: 'an SAS data set', endings: ['sas7bdat', 'xpt'] },
  spss: { ...otherProgram, name: 'an SPSS data file', endings: ['sav', 'zsav'] },
  stata: { ...otherProgram, name: 'a Stata data set', endings: ['dta'] },
  matlab: { ...otherProgram, name: 'a MATLAB file', endings: ['mat'] },
  rData: { ...otherProgram, name: 'an R data file', endings: ['rds', 'rdata', 'rda'] },
  hdf: { ...otherProgram, name: 'an HDF5 file', endings: ['h5', 'hdf5'] },
  netCdf: { ...otherProgram, name: 'a netCDF file', endings: ['nc'] },
  orc: { ...otherProgram, name: 'an ORC file', endings: ['orc'] },
  avro: { ...otherProgram, name: 'an Avro file', endings: ['avro'] },
  numpy: { ...otherProgram, name: 'a NumPy array', endings: ['npy'] },
  hyper: { ...otherProgram, name: 'a Tableau extract', endings: ['hyper'] },
  access: {
    ...table,
    name: 'an Access database',
    advice: 'export its tables as Excel or CSV',
    endings: ['mdb', 'accdb'],
  },
  powerBi: { ...table, name: 'a Power BI report', advice: 'export its data as Excel or CSV', endings: ['pbix'] },
  tiff: { ...binary, name: 'a TIFF image', endings: ['tif', 'tiff'] },
  elf: { ...binary, name: 'a program', endings: [] },
  machO: { ...binary, name: 'a program', endings: [] },
  doc: {
    reason: 'old_document',
    name: 'a Word 97–2003 document',
    advice: null,
    endings: ['doc', 'dot'],
    wouldBe: 'document',
  },
  oldExcel: { ...table, name: 'a workbook of Excel 2, 3 or 4', advice: 'save it as .xlsx', endings: [] },
  ppt: { ...document, name: 'a PowerPoint 97–2003 presentation', advice: 'save it as PDF', endings: ['ppt', 'pps'] },
  msg: { ...document, name: 'an Outlook message', advice: 'save it as PDF', endings: ['msg'] },
  pptx: { ...document, name: 'a PowerPoint presentation', advice: 'save it as PDF', endings: ['pptx', 'ppsx', 'pptm'] },
  odt: { ...document, name: 'an OpenDocument text', advice: 'save it as .docx or PDF', endings: ['odt', 'ott'] },
  openDocument: { ...document, name: 'an OpenDocument file', advice: 'save it as PDF', endings: ['odp', 'odg'] },
  epub: { ...document, name: 'an electronic book (.epub)', advice: 'print it to PDF', endings: ['epub'] },
  iWork: {
    ...document,
    name: 'a Pages, Numbers or Keynote file',
    advice: 'export it as PDF, .docx or .xlsx',
    endings: ['pages', 'numbers', 'key'],
  },
  wordXml: {
    ...document,
    readableAsText: true,
    name: 'an XML document of Word 2003',
    advice: 'save it as .docx',
    endings: [],
  },
  xml: { ...data, name: 'an XML document', advice: null, endings: ['xml'] },
  rtf: { ...document, name: 'a rich text document', advice: 'save it as .docx or PDF', endings: ['rtf'] },
  postScript: { ...document, name: 'a PostScript document', advice: 'save it as PDF', endings: ['ps', 'eps'] },
  webArchive: { ...document, name: 'a web archive (.mht)', advice: 'save it as a web page', endings: ['mht', 'mhtml'] },
} as const satisfies Record<string, RefusedKind>

export type RefusedKindId = keyof typeof refusedKinds

export function refusedKind(id: RefusedKindId): RefusedKind {
  return refusedKinds[id]
}

/** `an OpenDocument text; save it as .docx or PDF`. */
export function describeRefused(id: RefusedKindId): string {
  const { name, advice } = refusedKind(id)
  return advice === null ? name : `${name}; ${advice}`
}

/** The kind the name's ending promises; null where it promises none of these. */
export function refusedKindOfName(name: string): RefusedKind | null {
  const ending = endingOf(name)
  return Object.values<RefusedKind>(refusedKinds).find(({ endings }) => endings.includes(ending)) ?? null
}
