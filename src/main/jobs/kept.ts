/** All that was told of sources and holds for others of the same shape: how they are read, and what their columns are. */
import type { ColumnsTold } from '../../shared/story/kept-columns.ts'
import type { KeptReading } from '../../shared/story/reading.ts'
import type { Library } from '../store/library.ts'
import { forgetColumns, listColumns } from './kept-columns.ts'
import { forgetReading, listReadings } from './kept-readings.ts'

/** As it is listed: by the shape it is kept for. */
export interface ListedReading extends KeptReading {
  readonly shape: string
  readonly columns?: ColumnsTold
}

/** By the names of their sources; a shape once, by the source its columns were told of where both are kept. */
export function listKept(library: Library): ListedReading[] {
  const columns = listColumns(library)
  const readings = new Map(listReadings(library).map((one) => [one.shape, one]))
  return [...new Set([...readings.keys(), ...columns.keys()])]
    .map((shape): ListedReading => {
      const [reading, own] = [readings.get(shape), columns.get(shape)]
      return {
        shape,
        from: own?.from ?? reading?.from ?? '',
        reading: reading?.reading ?? {},
        ...(own === undefined ? {} : { columns: own.columns }),
      }
    })
    .toSorted((left, right) => left.from.localeCompare(right.from))
}

/** The next source of that shape is read and judged by itself again. */
export function forgetKept(library: Library, shape: string): void {
  forgetReading(library, shape)
  forgetColumns(library, shape)
}
