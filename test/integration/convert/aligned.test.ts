/** Fixed width text made for the test, and text that only looks like it. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { convertedSource } from '../../support/converted.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const people = [
  'NAME       CITY          AMOUNT',
  'Ann        New York        1.50',
  'Bob Lee    Oslo           25.00',
  'Cy         San Jose      137.50',
  'Di         Rome            2.00',
].join('\n')

async function kindOf(text: string, name: string): Promise<string> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return (await decideKind({ path: file, name })).kind
  })
}

describe('text whose columns are told by their place', () => {
  it('keeps blanks within cells, and says how it was read', async () => {
    const { kind, tables, notes } = await convertedSource(people, 'people.txt')
    expect(kind).toBe('fixedWidth')
    expect(tables[0]?.values).toEqual([
      { NAME: 'Ann', CITY: 'New York', AMOUNT: 1.5 },
      { NAME: 'Bob Lee', CITY: 'Oslo', AMOUNT: 25 },
      { NAME: 'Cy', CITY: 'San Jose', AMOUNT: 137.5 },
      { NAME: 'Di', CITY: 'Rome', AMOUNT: 2 },
    ])
    expect(notes).toContain('Columns are told by their place in the line.')
  })

  it('takes a line of dashes for the places of the columns, also where cells are empty', async () => {
    const ruled = [
      'id  name       note',
      '--- ---------- ------',
      '1   A B        x',
      '2   C',
      '3              z y',
    ].join('\n')
    const { kind, tables } = await convertedSource(ruled, 'query.txt')
    expect(kind).toBe('fixedWidth')
    expect(tables[0]?.values).toEqual([
      { id: '1', name: 'A B', note: 'x' },
      { id: '2', name: 'C', note: null },
      { id: '3', name: null, note: 'z y' },
    ])
  })

  it('cuts no number that is longer further down', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => `item ${n % 7}  ${String(n * 1000).padStart(8)}`)
    const { tables } = await convertedSource(`name    ${'amount'.padStart(8)}\n${rows.join('\n')}`, 'long.txt')
    expect(tables[0]?.rows).toBe(3000)
    expect(tables[0]?.values.at(-1)).toEqual({ name: `item ${2999 % 7}`, amount: '2999000' })
  })

  it.each([
    [
      'prose',
      'letter.txt',
      'Dear all,\nwe met on Monday and spoke of many things.\nThe weather was fine.\nYours, A.\nP.S. More soon.',
    ],
    ['code', 'a.txt', 'if (a) {\n  b()\n  c()\n} else {\n  d()\n}\n'],
    ['a list', 'list.txt', 'one\ntwo\nthree\nfour\nfive\n'],
    ['a CSV with blanks behind its commas', 'a.txt', 'id, name\n10, Ann B\n20, Bob C\n30, Cyd D\n40, Dee E\n'],
    ['words in columns, which blanks tell as well', 'b.txt', 'a  b\n1  2\n3  4\n5  6\n7  8\n'],
  ])('is not seen in %s', async (_, name, text) => {
    expect(await kindOf(text, name)).not.toBe('fixedWidth')
  })

  it('is not looked for in lines that are very long', async () => {
    expect(await kindOf(`${'x '.repeat(30_000)}\n`.repeat(5), 'wide.txt')).not.toBe('fixedWidth')
  })
})
