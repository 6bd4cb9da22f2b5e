import { expect, test } from 'vitest'
import { decideColumn } from '../../../../../src/workers/tables/columns/decide.ts'
import { parseLength } from '../../../../../src/workers/tables/columns/durations.ts'
import { formatOf } from '../../../../../src/workers/tables/columns/reading.ts'

/** What the column is, and its values in seconds; the kind alone where it is none of time. */
function read(texts: readonly string[], name: string): readonly [string | null, ...(number | null)[]] | string {
  const { reading } = decideColumn({ name, values: new Map(texts.map((text) => [text, 1])) })
  if (reading.kind !== 'length') return reading.kind
  return [formatOf(reading), ...texts.map((text) => parseLength(text, reading.form))]
}

test('a time of day is seconds since midnight', () => {
  expect(read(['08:00', '17:23'], 'x')).toEqual(['clock:seconds', 28_800, 62_580])
  expect(read(['9:00 PM', '12:05 AM', '12:00 pm'], 'end')).toEqual(['clock:seconds', 75_600, 300, 43_200])
  expect(read(['08:00:05', '23:59:59'], 'start')).toEqual(['clock:seconds', 28_805, 86_399])
})

test('a length of time is told from a time of day by going beyond a day, by its name or by its noughts', () => {
  expect(read(['25:00:00', '26:13:00'], 'x')).toEqual(['duration:seconds', 90_000, 94_380])
  expect(read(['0:39:51', '1:13:17'], 'x')).toEqual(['duration:seconds', 2391, 4397])
  expect(read(['01:10:00', '02:10:00'], 'duration')).toEqual(['duration:seconds', 4200, 7800])
  expect(read(['3:07', '24:56'], 'lap time')).toEqual(['duration:seconds', 187, 1496])
  expect(read(['7:30', '38:15'], 'hours worked')).toEqual(['duration:seconds', 27_000, 137_700])
})

test('what is under an hour may be written without its hours', () => {
  expect(read(['1:02:33', '58:12', '1:15:02', '49:59'], 'time')).toEqual(['duration:seconds', 3753, 3492, 4502, 2999])
  expect(read(['12:30', '1:02:33'], 'duration')).toEqual(['duration:seconds', 750, 3753])
  expect(read(['8:30', '09:15:20'], 'start')).toEqual(['clock:seconds', 30_600, 33_320])
})

test('lengths in words and in ISO 8601 are seconds', () => {
  expect(read(['PT1H2M', 'P1DT30S', 'PT0H0M'], 'x')).toEqual(['duration:seconds', 3720, 86_430, 0])
  expect(read(['1h 30m', '45m', '2h'], 'x')).toEqual(['duration:seconds', 5400, 2700, 7200])
  expect(read(['2 h', '45 min'], 'x')).toEqual(['duration:seconds', 7200, 2700])
  expect(read(['1 Std. 5 Min.', '20 Min.'], 'Dauer')).toEqual(['duration:seconds', 3900, 1200])
})

test('ratios, scores, verses and one unit alone are none', () => {
  expect(read(['16:9', '4:3'], 'aspect')).toBe('text')
  expect(read(['21:10', '16:10'], 'ratio')).toBe('text')
  expect(read(['3:2', '1:0'], 'score')).toBe('text')
  expect(read(['45 min', '30 min', '12 min'], 'x')).toBe('number')
  expect(read(['00:00 - 00:15', '00:15 - 00:30'], 'x')).toBe('text')
})
