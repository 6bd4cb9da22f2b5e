/** Records that are lists of cells, written as rows of plain CSV: what their header is, is decided as for any such file. */

import { stat } from 'node:fs/promises'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { withCsvWriter } from '../../tables/delimited/csv-writer.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { convertCsv } from '../csv/convert-csv.ts'
import { eachRecord, type Region } from './records.ts'
import { ascii, endOfValue, incomplete, JsonFault, skipSpace, textOfValue } from './scan.ts'

export interface GridSource {
  /** UTF-8. */
  readonly path: string
  readonly region: Region
  readonly header: readonly string[] | null
}

export async function convertGrid(
  { path, region, header }: GridSource,
  target: { readonly name: string; readonly outputDir: string; readonly scratchFile: string },
  context: WorkContext,
): Promise<ReadTable[]> {
  await withCsvWriter(target.scratchFile, async (writer) => {
    if (header !== null) writer.row(header)
    await eachRecord(path, region, context, {
      visit: (bytes, from, end) => {
        const cells: string[] = []
        const to = cellsAt(bytes, from, end, cells)
        if (to !== incomplete) writer.row(cells)
        return to
      },
      flush: () => writer.flush(),
    })
  })
  const { size } = await stat(target.scratchFile)
  const source = { path: target.scratchFile, name: target.name, bytes: size }
  return convertCsv({ source, outputDir: target.outputDir, written: { header: header !== null } }, context)
}

/** A record that is no list is a row of one cell. */
function cellsAt(bytes: Buffer, from: number, end: number, cells: string[]): number {
  if (bytes[from] !== ascii.openList) {
    const to = endOfValue(bytes, from, end)
    if (to !== incomplete) cells.push(textOfValue(bytes, from, to))
    return to
  }
  let at = from + 1
  for (;;) {
    at = skipSpace(bytes, at, end)
    if (at >= end) return incomplete
    if (bytes[at] === ascii.closeList) return at + 1
    const to = endOfValue(bytes, at, end)
    if (to === incomplete) return incomplete
    cells.push(textOfValue(bytes, at, to))
    at = skipSpace(bytes, to, end)
    if (at >= end) return incomplete
    if (bytes[at] === ascii.comma) at += 1
    else if (bytes[at] !== ascii.closeList) throw new JsonFault(at, note('json.commaBetweenValues'))
  }
}
