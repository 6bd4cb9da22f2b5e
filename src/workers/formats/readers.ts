/** What reads each format: the other half of `src/shared/file-formats/registry.ts`. A format without one does not compile. */
import type { DocumentFormatId, FormatId, PagedFormatId, TableFormatId } from '../../shared/file-formats/registry.ts'
import * as everyReader from './every-reader.ts'
import type { FlowedReader, PagedReader, Recognition, TableReader } from './reader.ts'

const readers = everyReader satisfies {
  [Id in FormatId]: Id extends TableFormatId ? TableReader : Id extends PagedFormatId ? PagedReader : FlowedReader
}

export function tableReader(id: TableFormatId): TableReader {
  return readers[id]
}

export function documentReader(id: DocumentFormatId): FlowedReader {
  return readers[id]
}

export function pagedReader(id: PagedFormatId): PagedReader {
  return readers[id]
}

export function recognitionOf(id: FormatId): Recognition {
  return readers[id].recognition
}
