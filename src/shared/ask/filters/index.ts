/** Which rows a question is about: its values, comparisons, gaps and periods, each as a condition. Takes up their pieces. */
import type { Reading } from '../reading.ts'
import { columnTestAt, gapAt } from './columns.ts'
import type { Filter } from './filter.ts'
import { degreeAt, numberAt, signAt } from './numbers.ts'
import { timeAt } from './times.ts'
import { valueAt } from './values.ts'

export function filtersOf(reading: Reading): readonly Filter[] {
  const filters: Filter[] = []
  for (let index = 0; index < reading.pieces.length; index++) {
    if (reading.isTaken(index)) continue
    const found =
      gapAt(reading, index) ??
      signAt(reading, index) ??
      columnTestAt(reading, index) ??
      degreeAt(reading, index) ??
      timeAt(reading, index) ??
      numberAt(reading, index) ??
      valueAt(reading, index)
    if (found === null) continue
    reading.takeRange(found.from, found.to)
    filters.push(found)
  }
  return filters
}
