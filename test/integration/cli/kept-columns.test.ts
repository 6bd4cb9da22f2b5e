/** What was corrected of the columns of one month's file holds for the next month's, through job, library and story. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Story } from '../../../src/shared/story/story.ts'
import { runBuilt } from '../../support/built-command-line.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** Rooms by their number, which looks like an amount, and how warm they are; a sensor that fails writes 999. */
const month = (seed: number): string =>
  [
    'room,warmth',
    ...Array.from({ length: 60 }, (_, index) => {
      const warmth = index % 20 === 7 ? 999 : 18 + ((index * seed) % 7)
      return `${101 + (index % 4)},${warmth}`
    }),
    '',
  ].join('\n')

it('a correction is kept for the next file of the same columns, said there, and forgotten when that is asked for', () =>
  withTemporaryFolder(async (folder) => {
    const dataDir = path.join(folder, 'data')
    const told = async (name: string, content: string, ...options: string[]): Promise<Story> => {
      const file = path.join(folder, name)
      await writeFile(file, content)
      const { status, stdout, stderr } = await runBuilt(
        ['tell', file, '--format', 'json', '--quiet', ...options],
        dataDir,
      )
      expect(status, stderr).toBe(0)
      return JSON.parse(stdout)
    }
    const room = ({ tables }: Story) => tables[0]?.columns.find(({ name }) => name === 'room')
    const warmest = ({ tables }: Story) => tables[0]?.columns.find(({ name }) => name === 'warmth')?.stats.max
    const notes = ({ tables }: Story): string => tables[0]?.notes.join(' ') ?? ''

    const first = await told('jan.csv', month(3), '--type', 'room=category', '--missing', 'warmth=999')
    expect(room(first)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(first.keptColumns).toBeUndefined()

    const second = await told('feb.csv', month(5))
    expect(room(second)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(warmest(second)).toBe(24)
    expect(second.keptColumns?.from).toBe('jan.csv')
    expect(notes(second)).toContain('As you told for “jan.csv”')

    const last = await told('apr.csv', month(4), '--forget-reading')
    expect(last.keptColumns).toBeUndefined()
    expect(warmest(last)).toBe(999)
    expect(warmest(await told('may.csv', month(6)))).toBe(999)
  }))
