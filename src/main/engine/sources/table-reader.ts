/** `storyglass read` without a library: a table or the cells of a file, written by a worker thread. */
import type { ExportFormatOf } from '../../../shared/export-formats/registry.ts'
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { acceptPath } from '../../intake/accept.ts'
import { createWorkerPool } from '../../pool/pool.ts'
import { outputOf } from '../../pool/task-output.ts'

export interface ReadRequest {
  readonly table: string | null
  readonly format: ExportFormatOf<'sourceTable'>
  /** Values as understood instead of as they stood. */
  readonly typed: boolean
  /** Absolute. */
  readonly outputPath: string
  /** What a person says of how it is to be read. */
  readonly reading?: ReadingOptions
  /** How each table was read, instead of a table. */
  readonly explain?: boolean
  /** Of a protected file. */
  readonly password?: string | null
}

export interface TableReader {
  /** Throws the reason a file cannot be read for. */
  readTable(path: string, request: ReadRequest): Promise<{ table: string; rows: number; columns: number }>
  /** Every non-empty cell of a workbook. Throws `unsupported_kind` for any other file. */
  readCells(path: string, request: Pick<ReadRequest, 'outputPath' | 'password'>): Promise<{ cells: number }>
  /** Stops what is being read. */
  close(): Promise<void>
}

const heapMegabytes = 2_048

export function createTableReader(options: { readonly workerFile: string; readonly texts: Texts }): TableReader {
  const pool = createWorkerPool({ ...options, stageThreads: 1, taskThreads: 1, heapMegabytes })
  const accept = async (given: string): Promise<{ path: string; name: string; bytes: number }> => {
    const { path, name, bytes } = await acceptPath(given)
    return { path, name, bytes }
  }
  return {
    async readTable(given, request) {
      return outputOf('read', await pool.runTask('read', { source: await accept(given), ...request }))
    },
    async readCells(given, request) {
      return outputOf('cells', await pool.runTask('cells', { source: await accept(given), ...request }))
    },
    close: () => pool.close(),
  }
}
