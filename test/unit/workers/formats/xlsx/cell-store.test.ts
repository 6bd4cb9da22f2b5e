import path from 'node:path'
import { expect, test } from 'vitest'
import { CellStore } from '../../../../../src/workers/formats/workbook/cell-store.ts'
import { maxRepeatedCharacters } from '../../../../../src/workers/formats/workbook/limits.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

test('a text that a small file repeats until it fills the disk is refused while the cells are read', () =>
  withTemporaryFolder(async (folder) => {
    const store = new CellStore(
      { date1904: false, formats: [], strings: ['x'.repeat(32_767), 'y'] },
      path.join(folder, 'spool'),
    )
    try {
      const fitting = Math.floor(maxRepeatedCharacters / 32_767)
      for (let row = 0; row < fitting; row += 1) store.shared(row, 0, 0, 0)
      expect(() => store.shared(fitting, 0, 0, 0)).toThrow(expect.objectContaining({ reason: 'hostile_content' }))
    } finally {
      store.close()
    }
  }))
