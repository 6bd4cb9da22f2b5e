import { expect, it } from 'vitest'
import {
  forgetReading,
  keepReading,
  keptFor,
  listReadings,
  needsShape,
} from '../../../../src/main/jobs/kept-readings.ts'
import { openLibrary } from '../../../../src/main/store/library.ts'

const shaped = { shape: 'abc' }

it('what was told of a shape holds for the next source of it, until something else is told or it is forgotten', () => {
  const library = openLibrary(':memory:')
  try {
    expect(needsShape(library, undefined)).toBe(false)
    expect(keptFor(library, {}, shaped)).toBeNull()
    keepReading(library, { reading: { skip: 2, delimiter: ';' } }, shaped, 'jan.csv')
    expect(needsShape(library, undefined)).toBe(true)
    expect(keptFor(library, {}, shaped)).toEqual({ reading: { skip: 2, delimiter: ';' }, from: 'jan.csv' })
    // What is told of the source itself goes before; another shape, or none, knows nothing.
    expect(keptFor(library, { reading: { skip: 1 } }, shaped)).toBeNull()
    expect(keptFor(library, {}, { shape: 'def' })).toBeNull()
    expect(keptFor(library, {}, {})).toBeNull()
    keepReading(library, { reading: { headerRows: 0 } }, { shape: 'def' }, 'apr.csv')
    expect(listReadings(library)).toEqual([
      { shape: 'def', from: 'apr.csv', reading: { headerRows: 0 } },
      { shape: 'abc', from: 'jan.csv', reading: { skip: 2, delimiter: ';' } },
    ])
    forgetReading(library, 'def')
    expect(listReadings(library)).toHaveLength(1)
    keepReading(library, { reading: { forget: true, skip: 3 } }, shaped, 'feb.csv')
    expect(keptFor(library, {}, shaped)).toEqual({ reading: { skip: 3 }, from: 'feb.csv' })
    keepReading(library, { reading: { forget: true } }, shaped, 'mar.csv')
    expect(keptFor(library, {}, shaped)).toBeNull()
    expect(needsShape(library, undefined)).toBe(false)
  } finally {
    library.close()
  }
})
