/**
 * Kinds of file that are known and not read, and the endings by which they go. What each is called and what to save it
 * as is in `src/shared/texts/<language>/refused-kinds.ts`; how it is told by its content, in
 * `src/workers/formats/recognition/refused-marks.ts`.
 */
import type { Pipeline } from '../job/pipeline.ts'
import { endingOf } from './formats.ts'

export interface RefusedKind {
  readonly reason: 'unsupported_kind' | 'binary_file' | 'old_workbook' | 'old_document'
  /** In lower case, without the dot. */
  readonly endings: readonly string[]
  /** What it would be, were it read; a text of such a name is taken for that. Null where the name says nothing of it. */
  readonly wouldBe: Pipeline | null
  /** Data that nobody reads page by page, but that can be, when a person asks for that. */
  readonly readableAsText?: true
}

/** Nothing in it is a text or a table that could be saved as another kind. */
const binary = { reason: 'binary_file', wouldBe: null } as const
const document = { reason: 'unsupported_kind', wouldBe: 'document' } as const
const data = { reason: 'unsupported_kind', wouldBe: null, readableAsText: true } as const
const table = { reason: 'unsupported_kind', wouldBe: 'story' } as const

export const refusedKinds = {
  png: { ...binary, endings: ['png'] },
  jpeg: { ...binary, endings: ['jpg', 'jpeg'] },
  gif: { ...binary, endings: ['gif'] },
  xz: { ...binary, endings: ['xz'] },
  sevenZip: { ...binary, endings: ['7z'] },
  rar: { ...binary, endings: ['rar'] },
  featherOne: {
    ...table,
    endings: [],
  },
  sas: { ...table, endings: ['sas7bdat', 'xpt'] },
  matlab: { ...table, endings: ['mat'] },
  rData: { ...table, endings: ['rds', 'rdata', 'rda'] },
  hdf: { ...table, endings: ['h5', 'hdf5'] },
  netCdf: { ...table, endings: ['nc'] },
  orc: { ...table, endings: ['orc'] },
  avro: { ...table, endings: ['avro'] },
  numpy: { ...table, endings: ['npy'] },
  hyper: { ...table, endings: ['hyper'] },
  access: {
    ...table,
    endings: ['mdb', 'accdb'],
  },
  powerBi: { ...table, endings: ['pbix'] },
  tiff: { ...binary, endings: ['tif', 'tiff'] },
  elf: { ...binary, endings: [] },
  machO: { ...binary, endings: [] },
  doc: {
    reason: 'old_document',
    endings: ['doc', 'dot'],
    wouldBe: 'document',
  },
  oldExcel: { ...table, endings: [] },
  ppt: { ...document, endings: ['ppt', 'pps'] },
  msg: { ...document, endings: ['msg'] },
  pptx: { ...document, endings: ['pptx', 'ppsx', 'pptm'] },
  odt: { ...document, endings: ['odt', 'ott'] },
  openDocument: { ...document, endings: ['odp', 'odg'] },
  epub: { ...document, endings: ['epub'] },
  iWork: {
    ...document,
    endings: ['pages', 'numbers', 'key'],
  },
  wordXml: {
    ...document,
    readableAsText: true,
    endings: [],
  },
  xml: { ...data, endings: ['xml'] },
  rtf: { ...document, endings: ['rtf'] },
  postScript: { ...document, endings: ['ps', 'eps'] },
  webArchive: { ...document, endings: ['mht', 'mhtml'] },
  excelBinary: { ...table, endings: [] },
  encryptedParquet: { ...table, endings: [] },
  encryptedDuckDb: { ...table, endings: [] },
  otherDuckDb: { ...table, endings: [] },
} as const satisfies Record<string, RefusedKind>

export type RefusedKindId = keyof typeof refusedKinds

export function refusedKind(id: RefusedKindId): RefusedKind {
  return refusedKinds[id]
}

const detailStart = 'kind of file: '

/** The kind as the technical cause of a failure, which every language has its own words for. */
export function detailOfRefused(id: RefusedKindId): string {
  return `${detailStart}${id}`
}

/** Null where the cause is another. */
export function refusedKindOfDetail(detail: string | null): RefusedKindId | null {
  const id = detail?.startsWith(detailStart) === true ? detail.slice(detailStart.length) : ''
  return Object.hasOwn(refusedKinds, id) ? (id as RefusedKindId) : null
}

/** The kind the name's ending promises; null where it promises none of these. */
export function refusedKindOfName(name: string): RefusedKind | null {
  const ending = endingOf(name)
  return Object.values<RefusedKind>(refusedKinds).find(({ endings }) => endings.includes(ending)) ?? null
}
