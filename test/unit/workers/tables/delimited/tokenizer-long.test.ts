/** Records of many megabytes: too slow for the tests that mutation testing runs again and again. */
import { expect, test } from 'vitest'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { maxRecordCharacters, Tokenizer } from '../../../../../src/workers/tables/delimited/tokenizer.ts'
import { detailOf } from '../../../../support/refusal.ts'

test('a line without end is an error before it is a lack of memory', () => {
  const tokenizer = new Tokenizer(plainComma, () => undefined)
  const chunk = 'x'.repeat(4 * 1024 * 1024)
  const push = (): void => {
    for (let written = 0; written <= maxRecordCharacters; written += chunk.length) tokenizer.push(chunk)
  }
  expect(push).toThrow(StoryglassError)
  // At the limit it is still a line; the error names the one that is longer.
  const counting = new Tokenizer(plainComma, () => undefined)
  counting.push('a\nb\n')
  counting.push('x'.repeat(maxRecordCharacters))
  let refused: unknown
  try {
    counting.push('x')
  } catch (error) {
    refused = error
  }
  expect(refused instanceof StoryglassError && detailOf(refused)).toBe('line 3 is longer than 16,777,216 characters')
})

test('a long record that comes in many chunks is read as one, and not looked through anew for each of them', () => {
  const long = `1,"${'x""y\n'.repeat(4)}${'z'.repeat(1_500_000)}",2\n3,4,5\n`
  const found: string[][] = []
  const tokenizer = new Tokenizer(plainComma, (record) => found.push(record.cells))
  const started = process.cpuUsage()
  for (let at = 0; at < long.length; at += 1_000) tokenizer.push(long.slice(at, at + 1_000))
  tokenizer.end()
  // Fifteen hundred times through a megabyte and a half would be far longer.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10)
  expect(found.map(([first, second = '', third]) => [first, second.length, third])).toEqual([
    ['1', 1_500_016, '2'],
    ['3', 1, '5'],
  ])
})
