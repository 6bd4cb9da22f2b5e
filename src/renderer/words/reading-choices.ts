/** What else a table could have been read as, as the option that says so. */
import type { ReadingChoice, ReadingOptions } from '../../shared/story/reading.ts'

type Decision = ReadingChoice['what']

/** Delimiters by the names a reading is explained with. */
const delimiters: Readonly<Record<string, string>> = { 'a tab': '\t', blanks: ' ', 'runs of blanks': ' ' }

/** Null for what no option decides. */
export function optionOfChoice(what: Decision, value: string): ReadingOptions | null {
  switch (what) {
    case 'encoding':
      return { encoding: value }
    case 'delimiter': {
      const delimiter = delimiters[value] ?? value
      return delimiter.length >= 1 && delimiter.length <= 3 ? { delimiter } : null
    }
    case 'quote':
      return value === 'none' ? { quote: '' } : value === '"' || value === "'" ? { quote: value } : null
    case 'skip':
      return wholeNumber(value, (skip) => ({ skip }))
    case 'header-rows':
      return wholeNumber(value, (headerRows) => ({ headerRows }))
    case 'periods':
      return { keepWide: true }
    case 'comments':
    case 'labels':
      return null
  }
}

/** `month first`, as a column of dates is explained: how dates like 03/04/2024 are read. */
export function dateOrderOf(order: string | null): ReadingOptions['dateOrder'] | null {
  return order === 'day first' ? 'day-first' : order === 'month first' ? 'month-first' : null
}

function wholeNumber(text: string, option: (number: number) => ReadingOptions): ReadingOptions | null {
  return /^\d{1,6}$/u.test(text) ? option(Number(text)) : null
}
