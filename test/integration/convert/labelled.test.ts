/** What becomes of columns whose values have labels, whatever file they stand in. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { convertLabelled } from '../../../src/workers/formats/labelled/convert-labelled.ts'
import {
  declaredMissing,
  type LabelledColumn,
  type LabelledFile,
  type LabelledValue,
  numberText,
} from '../../../src/workers/formats/labelled/labelled-file.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import type { ReadTable } from '../../../src/workers/tables/read-table.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const column = (name: string, more: Partial<LabelledColumn> = {}): LabelledColumn => ({
  ...{ name, label: '', valueLabels: null, isOrdinal: false, textOf: numberText },
  ...more,
})
const labels = (entries: Readonly<Record<number, string>>): Map<number, string> =>
  new Map(Object.entries(entries).map(([value, label]) => [Number(value), label]))

interface Converted {
  readonly table: ReadTable
  /** How often the rows were read. */
  readonly walks: number
}

function converted(
  columns: readonly LabelledColumn[],
  rows: readonly (readonly LabelledValue[])[],
  weight: string | null = null,
): Promise<Converted> {
  return withTemporaryFolder(async (folder) => {
    let walks = 0
    const file: LabelledFile = {
      columns,
      weight,
      walk: async (onRow, between) => {
        walks += 1
        for (const row of rows) onRow(row)
        await between(1)
      },
    }
    const source = { path: path.join(folder, 'a.sav'), name: 'a.sav', bytes: 1 }
    const input = { source, kind: 'spss' as const, sheet: null, outputDir: path.join(folder, 'out') }
    const [table] = await convertLabelled(input, async () => file, detachedContext())
    if (table === undefined) throw new Error('no table')
    return { table, walks }
  })
}
const storages = ({ table }: Converted): Record<string, string> =>
  Object.fromEntries(table.columns.map(({ name, storage }) => [name, storage]))
const given = ({ table }: Converted, code: string): unknown => table.notes.find((one) => one.code === code)?.given

const yesNo = labels({ 1: 'Yes', 2: 'No' })

describe('a column whose values have labels', () => {
  it('is told by them where each number has one, whatever is missing', async () => {
    const found = await converted(
      [column('q', { valueLabels: yesNo }), column('n')],
      [
        [1, 10],
        [null, 20],
        [declaredMissing, 30],
        [2, 40],
      ],
    )
    expect(storages(found)).toEqual({ q: 'BOOLEAN', n: 'BIGINT' })
    expect(found.table).toMatchObject({ name: 'a', rows: 4, droppedRows: 0, sheet: null })
    expect(given(found, 'labelled.partly')).toBeUndefined()
  })

  it('stays one of numbers where one of them has none, and says so', async () => {
    const columns = [
      column('age', { valueLabels: labels({ 99: 'refused' }) }),
      column('income', { valueLabels: labels({ 2000: 'top', 0: 'none' }) }),
    ]
    const found = await converted(columns, [
      [21, 2000],
      [99, 1999],
    ])
    expect(storages(found)).toEqual({ age: 'BIGINT', income: 'BIGINT' })
    expect(given(found, 'labelled.partly')).toEqual({ count: 2, others: 1, name: 'age', value: '99', label: 'refused' })
  })

  it('says nothing of its numbers where none is in it', async () => {
    const rows: LabelledValue[][] = [
      [null, 1],
      [declaredMissing, 2],
    ]
    const found = await converted([column('q', { valueLabels: yesNo }), column('n')], rows)
    expect(given(found, 'labelled.partly')).toBeUndefined()
    expect(given(found, 'labelled.declaredMissing')).toMatchObject({ count: 1 })
  })

  it('of texts keeps those that have none', async () => {
    const valueLabels = new Map<number | string, string>([
      ['m', 'Male'],
      ['e', ''],
    ])
    const found = await converted([column('sex', { valueLabels })], [['m'], ['x'], ['e']])
    expect(found.table.columns[0]?.storage).toBe('VARCHAR')
    expect(given(found, 'labelled.partly')).toBeUndefined()
  })

  it('is looked through once more than a file without labels', async () => {
    const plain = await converted([column('a'), column('b', { valueLabels: new Map() })], [[1, 2]])
    const labelled = await converted([column('a', { valueLabels: yesNo })], [[1], [2]])
    expect(labelled.walks).toBe(plain.walks + 1)
  })
})

describe('steps', () => {
  const steps = { valueLabels: labels({ 3: 'High', 1: 'Low', 2: 'Middle' }), isOrdinal: true }
  const orderOf = ({ table }: Converted): readonly string[] | undefined => table.columns[0]?.order

  it('are in the order of their numbers', async () => {
    expect(orderOf(await converted([column('q', steps)], [[3], [1], [2]]))).toEqual(['Low', 'Middle', 'High'])
  })

  it('are each named once', async () => {
    const valueLabels = labels({ 1: 'Low', 2: 'High', 3: 'High' })
    expect(orderOf(await converted([column('q', { valueLabels, isOrdinal: true })], [[3], [1], [2]]))).toEqual([
      'Low',
      'High',
    ])
  })

  it('are none where the file does not say so, where there is one, or where the column stays one of numbers', async () => {
    const one = { valueLabels: labels({ 1: 'Low' }), isOrdinal: true }
    for (const [own, rows] of [
      [{ ...steps, isOrdinal: false }, [[1], [2]]],
      [one, [[1], [1]]],
      [steps, [[1], [7]]],
    ] as const) {
      expect(orderOf(await converted([column('q', own)], rows))).toBeUndefined()
    }
  })
})

describe('what is said of a file', () => {
  it('is how many values it declares missing, and where most are', async () => {
    const found = await converted(
      [column('a', { label: 'First' }), column('b', { label: 'Second' }), column('c')],
      [
        [declaredMissing, declaredMissing, 1],
        [1, declaredMissing, 2],
      ],
    )
    expect(given(found, 'labelled.declaredMissing')).toEqual({ count: 3, columns: 2, name: 'Second', there: 2 })
    expect(found.table.columns.map(({ name }) => name)).toEqual(['First', 'Second', 'c'])
  })

  it('is nothing of values that are missing without being declared so', async () => {
    const found = await converted(
      [column('a'), column('b')],
      [
        [null, 1],
        [1, 2],
      ],
    )
    expect(found.table.notes).toEqual([])
  })

  it('is by which column it weights its rows', async () => {
    const columns = [column('a'), column('w', { label: 'Weight of the case' })]
    expect(given(await converted(columns, [[1, 2]], 'w'), 'labelled.weighted')).toEqual({ name: 'Weight of the case' })
    expect(given(await converted(columns, [[1, 2]]), 'labelled.weighted')).toBeUndefined()
  })

  it('is that it has no columns, or too many', async () => {
    await expect(converted([], [])).rejects.toMatchObject({ reason: 'not_a_table' })
    const many = Array.from({ length: 4_001 }, (_, index) => column(`c${index}`))
    await expect(converted(many, [])).rejects.toMatchObject({ reason: 'too_large' })
  })
})
