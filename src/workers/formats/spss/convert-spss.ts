/** The convert stage for data files of SPSS. */
import { open } from 'node:fs/promises'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { SequentialBytes } from '../../files/sequential-bytes.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { convertLabelled } from '../labelled/convert-labelled.ts'
import { readingFault } from '../labelled/reading-fault.ts'
import { eachCase } from './cases.ts'
import { columnsOf } from './columns.ts'
import { readDictionary } from './dictionary.ts'

export async function convertSpss(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const file = await open(input.source.path, 'r')
  try {
    return await convertLabelled(
      input,
      async () => {
        const bytes = new SequentialBytes(file)
        const dictionary = await readDictionary(bytes)
        const { columns, weight } = columnsOf(dictionary)
        const { header, extensions } = dictionary
        const { size } = await file.stat()
        const at = { header, systemMissing: extensions.systemMissing, from: bytes.position, size }
        return {
          columns,
          weight,
          walk: (onRow, between) =>
            eachCase(file, at, (bytesOfCase) => onRow(columns.map((column) => column.valueOf(bytesOfCase))), between),
        }
      },
      context,
    )
  } catch (error) {
    throw readingFault(error, 'SPSS')
  } finally {
    await file.close()
  }
}
