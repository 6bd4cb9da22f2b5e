/** Digits that are no numbers of the data: of names, of dates and of the method. */
import { formatPeriod } from '../../../shared/format/periods.ts'
import type { Insight } from '../../../shared/story/insight.ts'

/** `Q3`, `H2`: a name, no number. */
export function isPartOfYear(letter: string, digits: string): boolean {
  return (letter === 'Q' && /^[1-4]$/.test(digits)) || (letter === 'H' && /^[12]$/.test(digits))
}

/** The level of intervals, and the least size of a group: part of the method, not of the data. */
export const constants = [95, 5]

/** Numerals in the names of the columns, categories and periods that a statement is about. */
export function numeralsOfNames(insight: Insight | undefined): readonly number[] {
  if (insight === undefined) return []
  const { columns, details, location, caveats, subspace, table } = insight
  const names = [
    table,
    ...columns,
    ...Object.values(details),
    location,
    ...caveats,
    ...Object.entries(subspace ?? {}).flat(),
  ]
  return names.flatMap((name) => [String(name ?? ''), ...periodNames(name)]).flatMap(digitsIn)
}

/** How a date may be named as the first day of a period: 1998-01-01 is 1998/99, and week 1 of 1998. */
function periodNames(name: unknown): readonly string[] {
  if (typeof name !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(name)) return []
  return [formatPeriod(name, 'year', 'year-pair'), formatPeriod(name, 'week', 'iso-week')]
}

/** Runs of digits in a name, as numbers. */
export function digitsIn(name: string): readonly number[] {
  return [...name.matchAll(/\d+/g)].map(([run]) => Number(run))
}
