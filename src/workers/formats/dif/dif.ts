/** The Data Interchange Format of spreadsheets since VisiCalc (1980): pairs of lines, a header and then a value each. */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'

/** Cells in all. Every one takes two lines, so that only rows of no cells could be more than the file holds. */
const maxColumns = 16_384

/** Rows of cells as texts. Throws where the text is no such file or ends before its mark. */
export function* rowsOfDif(text: string): Generator<string[]> {
  const lines = linesOf(text)
  skipHeader(lines)
  let row: string[] | null = null
  for (;;) {
    const head = lines.next()
    const value = lines.next()
    if (head.done === true || value.done === true) {
      throw new StoryglassError('damaged_text', note('failed.noEndMark', { format: 'DIF' }))
    }
    const comma = head.value.indexOf(',')
    const kind = head.value.slice(0, comma).trim()
    if (kind === '-1') {
      if (row !== null) yield row
      if (value.value.trim() === 'EOD') return
      row = []
    } else if (row === null || comma === -1) {
      throw new StoryglassError('damaged_text', note('failed.valueOutsideRows', { format: 'DIF' }))
    } else {
      if (row.length >= maxColumns) throw new StoryglassError('too_large', `more than ${maxColumns} columns`)
      row.push(kind === '1' ? unquoted(value.value) : ofNumber(head.value.slice(comma + 1), value.value.trim()))
    }
  }
}

/** Topics of three lines each; DATA is the last. */
function skipHeader(lines: Iterator<string>): void {
  for (let topic = 0; topic < 1000; topic += 1) {
    const name = lines.next()
    const [numbers, text] = [lines.next(), lines.next()]
    if (numbers.done === true || text.done === true) break
    if (name.value.trim() === 'DATA') return
  }
  throw new StoryglassError('damaged_text', note('failed.noData', { format: 'DIF' }))
}

/** What stands below a number says whether it is one. */
function ofNumber(number: string, indicator: string): string {
  if (indicator === 'V') return number.trim()
  return indicator === 'TRUE' || indicator === 'FALSE' ? indicator : ''
}

function unquoted(text: string): string {
  const trimmed = text.trim()
  return trimmed.startsWith('"')
    ? trimmed.slice(1, trimmed.endsWith('"') ? -1 : undefined).replaceAll('""', '"')
    : trimmed
}

function* linesOf(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    const to = text.indexOf('\n', from)
    yield text.slice(from, to === -1 ? text.length : to)
    if (to === -1) return
    from = to + 1
  }
}
