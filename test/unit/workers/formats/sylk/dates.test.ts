import { expect, test } from 'vitest'
import { isDateFormat } from '../../../../../src/workers/formats/sylk/dates.ts'

test('a format of days, or of a time alone, is one of dates', () => {
  expect(['dd/mm/yyyy', 'h:mm AM/PM', 'mm:ss', 'HH:MM'].filter((one) => !isDateFormat(one))).toEqual([])
  expect(['0.00', 'General', '#,##0', '"day" 0', '[Red]0', 'h0'].filter(isDateFormat)).toEqual([])
})

test('a format made for it takes no longer than another', () => {
  const started = process.cpuUsage()
  expect(isDateFormat(`${'mh'.repeat(50_000)}0`)).toBe(false)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2)
})
