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

it('a name and an order are kept, and hold in a version that is told of the next month, from the command line or not', () =>
  withTemporaryFolder(async (folder) => {
    const run = (...given: string[]) => runBuilt(given, path.join(folder, 'data'))
    const file = async (name: string, seed: number): Promise<string> => {
      const given = path.join(folder, name)
      await writeFile(given, month(seed))
      return given
    }
    const storyOf = async (id: string): Promise<Story> =>
      JSON.parse((await run('stories', 'show', id, '--format', 'json')).stdout)
    const warmth = ['--type', 'room=category', '--order', 'room=104|103|102|101', '--rename', 'warmth=Degrees']
    const jan = await run('tell', await file('jan.csv', 3), '--format', 'json', '--quiet', ...warmth)
    expect(jan.status, jan.stderr).toBe(0)
    const feb: Story = JSON.parse((await run('tell', await file('feb.csv', 5), '--format', 'json', '--quiet')).stdout)
    expect(feb.tables[0]?.columns).toMatchObject([
      { name: 'room', order: ['104', '103', '102', '101'] },
      { name: 'Degrees', sourceName: 'warmth' },
    ])

    const retold = await run('stories', 'retell', feb.id, '--where', 'warmth < 900', '--format', 'json', '--quiet')
    expect(retold.status, retold.stderr).toBe(0)
    const { version } = JSON.parse(retold.stdout)
    const again = await storyOf(version.id)
    expect(again.tables[0]?.columns).toMatchObject([
      { name: 'room', type: 'category', order: ['104', '103', '102', '101'] },
      { name: 'Degrees', sourceName: 'warmth' },
    ])
    expect(again.tables[0]?.rows).toBe(57)

    // What is said of one column leaves what was said of the other, under either of its names.
    const once = await run('stories', 'retell', version.id, '--unit', 'Degrees=°C', '--format', 'json', '--quiet')
    expect(once.status, once.stderr).toBe(0)
    const last = await storyOf(JSON.parse(once.stdout).version.id)
    expect(last.tables[0]?.columns).toMatchObject([
      { name: 'room', type: 'category' },
      { name: 'Degrees', format: 'unit:°C' },
    ])

    for (const [name, why] of [
      ['warmth=ROOM', 'is another column of'],
      [`warmth=${'x'.repeat(200)}`, 'has 200 characters'],
    ] as const) {
      const refused = await run('stories', 'retell', feb.id, '--rename', name)
      expect(refused.status).toBe(3)
      expect(refused.stderr).toContain('cannot be called so')
      expect(refused.stderr).toContain(why)
    }
    expect((await run('stories', 'retell', feb.id, '--rename', 'warmth=')).status).toBe(2)
    const order = await run('stories', 'retell', feb.id, '--order', 'room=101|999')
    expect(order.stderr).toContain('“room” has no “999”')
  }))
