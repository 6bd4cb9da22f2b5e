/** What was told of how a file is to be read holds for the next of the same columns, through job and library. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { runBuilt } from '../../support/built-command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const month = (factor: number): string =>
  ['day;sold', ...Array.from({ length: 5 }, (_, index) => `0${index + 1}/02/2024;${index * factor}`), ''].join('\n')

it('the next file of the same columns is read as was told of the first', () =>
  withTemporaryFolder(async (folder) => {
    const dataDir = path.join(folder, 'data')
    const notes: string[] = []
    for (const [name, ...options] of [['jan.csv', '--date-order', 'month-first'], ['feb.csv']] as const) {
      const file = path.join(folder, name)
      await writeFile(file, month(name.charCodeAt(0)))
      const { status, stdout } = await runBuilt(['tell', file, '--format', 'json', '--quiet', ...options], dataDir)
      expect(status).toBe(0)
      notes.push(JSON.parse(stdout).tables[0].notes.join(' '))
    }
    expect(notes[0]).not.toContain('Read as you told')
    expect(notes[1]).toContain('Read as you told for "jan.csv"')
  }))
