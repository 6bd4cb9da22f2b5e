import { expect, it } from 'vitest'
import { forgetKept, listKept } from '../../../../src/main/jobs/kept.ts'
import { columnsFor, keepColumns, shapeOfTables } from '../../../../src/main/jobs/kept-columns.ts'
import { keepReading } from '../../../../src/main/jobs/kept-readings.ts'
import { type Library, openLibrary } from '../../../../src/main/store/library.ts'

const shaped = { shape: 'abc' }
const columns = { types: { code: 'category' }, units: { weight: 'kg' } } as const

function withLibrary(work: (library: Library) => void): void {
  const library = openLibrary(':memory:')
  try {
    work(library)
  } finally {
    library.close()
  }
}

it('what was corrected of columns holds for the next source of that shape; its subject and its rows do not', () => {
  withLibrary((library) => {
    keepColumns(library, { focus: { target: 'code' } }, 'abc', 'dec.csv')
    expect(columnsFor(library, {}, 'abc', null)).toBeNull()
    keepColumns(library, { focus: { ...columns, target: 'code', where: 'weight > 3' } }, 'abc', 'jan.csv')
    expect(columnsFor(library, {}, 'abc', null)).toEqual({ columns, from: 'jan.csv' })
    expect(columnsFor(library, { focus: { target: 'weight' } }, 'abc', null)?.columns).toEqual(columns)
  })
})

it('it does not hold where something else is told, in a version of a story, or of another shape', () => {
  withLibrary((library) => {
    keepColumns(library, { focus: columns }, 'abc', 'jan.csv')
    expect(columnsFor(library, { focus: { roles: { code: 'identifier' } } }, 'abc', null)).toBeNull()
    expect(columnsFor(library, {}, 'abc', 'story-1')).toBeNull()
    expect(columnsFor(library, {}, 'def', null)).toBeNull()
    expect(columnsFor(library, {}, null, null)).toBeNull()
    expect(columnsFor(library, { reading: { forget: true } }, 'abc', null)).toBeNull()
    // A source told without corrections says nothing of those that are kept.
    keepColumns(library, { focus: { target: 'code' } }, 'abc', 'feb.csv')
    expect(columnsFor(library, {}, 'abc', null)?.from).toBe('jan.csv')
  })
})

it('it is listed beside how the source is read, and forgotten with it or by itself', () => {
  withLibrary((library) => {
    keepColumns(library, { focus: columns }, 'abc', 'jan.csv')
    keepReading(library, { reading: { skip: 2 } }, shaped, 'dec.csv')
    keepReading(library, { reading: { skip: 1 } }, { shape: 'def' }, 'apr.csv')
    expect(listKept(library)).toEqual([
      { shape: 'def', from: 'apr.csv', reading: { skip: 1 } },
      { shape: 'abc', from: 'jan.csv', reading: { skip: 2 }, columns },
    ])
    forgetKept(library, 'abc')
    expect(listKept(library)).toHaveLength(1)
    keepColumns(library, { focus: columns }, 'abc', 'jan.csv')
    keepColumns(library, { reading: { forget: true } }, 'abc', 'mar.csv')
    expect(columnsFor(library, {}, 'abc', null)).toBeNull()
  })
})

it('a shape is the names of the columns, as they may be written; numbers alone name nothing', () => {
  const named = (...names: string[]) => [{ columns: names.map((name) => ({ name })) }]
  expect(shapeOfTables(named('Day', 'sold'))).toBe(shapeOfTables(named('day ', 'Sold')))
  expect(shapeOfTables(named('day', 'sold'))).not.toBe(shapeOfTables(named('sold', 'day')))
  expect(shapeOfTables(named('column 1', 'column 2'))).toBeNull()
})
