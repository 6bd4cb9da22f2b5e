/** What several processes map of one file, counted once in what a hostile file is said to have taken. */
import { expect, it } from 'vitest'
import { kilobytesAgain } from '../../support/hostile/process-tree.ts'

interface Mapping {
  readonly offset: string
  readonly inode: string
  readonly resident: number
  readonly anonymous: number
}

function smapsOf(mappings: readonly Mapping[]): string {
  return mappings
    .map(({ offset, inode, resident, anonymous }, index) =>
      [
        `${(0x7f00_0000 + index).toString(16)}-7fffffff r-xp ${offset} 08:01 ${inode}      /usr/bin/node with a name: Rss: 9 kB`,
        `Rss:                 ${resident} kB`,
        'Pss:                 7 kB',
        `Anonymous:           ${anonymous} kB`,
        'VmFlags: rd ex mr mw me sd',
      ].join('\n'),
    )
    .join('\n')
}

const program = { offset: '00000000', inode: '42', resident: 40_000, anonymous: 0 }
const data = { offset: '00400000', inode: '42', resident: 5_000, anonymous: 1_000 }
const heap = { offset: '00000000', inode: '0', resident: 90_000, anonymous: 90_000 }

it('leaves one process, and what is in memory alone, as they are', () => {
  expect(kilobytesAgain([])).toBe(0)
  expect(kilobytesAgain([smapsOf([program, data, heap])])).toBe(0)
  expect(kilobytesAgain([smapsOf([heap]), smapsOf([heap])])).toBe(0)
})

it('counts each place of a file beyond the process that holds the most of it, without the pages changed', () => {
  const engine = smapsOf([program, data, heap])
  const host = smapsOf([{ ...program, resident: 30_000 }, data, heap])
  expect(kilobytesAgain([engine, host])).toBe(30_000 + 4_000)
  expect(kilobytesAgain([engine, host, host])).toBe(2 * (30_000 + 4_000))
  expect(kilobytesAgain([smapsOf([program]), smapsOf([{ ...program, inode: '43' }])])).toBe(0)
})

it('takes nothing of a process that has ended', () => {
  expect(kilobytesAgain([smapsOf([program]), ''])).toBe(0)
})
