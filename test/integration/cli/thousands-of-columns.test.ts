/** A small file of very many columns is told within what a process may take. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { seededRandom } from '../../../src/workers/analysis/statistics/seeded-random.ts'
import { storyglass } from '../../support/command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const [rows, columns] = [20, 5_000]

it('a table of 5,000 columns is told, not taken for an attack', { timeout: 120_000 }, () =>
  withTemporaryFolder(async (folder) => {
    const random = seededRandom(5_000)
    const line = (cell: (column: number) => string): string =>
      Array.from({ length: columns }, (_, column) => cell(column)).join(',')
    const lines = [
      line((column) => `c${column}`),
      ...Array.from({ length: rows }, () => line(() => random.normal().toFixed(3))),
    ]
    const file = path.join(folder, 'wide.csv')
    await writeFile(file, `${lines.join('\n')}\n`)
    // In a process of its own: what the test's takes would be taken from what the file is given.
    const { status, stdout, stderr } = await storyglass([
      'tell',
      file,
      '--format',
      'json',
      '--quiet',
      '--data-dir',
      path.join(folder, 'data'),
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout).tables[0]).toMatchObject({ rows })
    expect(JSON.parse(stdout).tables[0].columns).toHaveLength(columns)
  }),
)
