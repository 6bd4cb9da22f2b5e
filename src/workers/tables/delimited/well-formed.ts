/** Whether the quotes of a text are all used as RFC 4180 says; then they are quotes, whatever else could be read into it. */

const doubleQuote = '"'

/**
 * Every double quote opens a cell, closes one or is doubled inside one. `delimiter` has one character or more, or none
 * where a line is one cell. A cell that the end of the sample cuts in two says nothing.
 */
export function quotesWellFormed(sample: string, delimiter: string): boolean {
  let position = 0
  while (position < sample.length) {
    let opening = position
    while (delimiter !== ' ' && sample[opening] === ' ') opening += 1
    if (sample[opening] === doubleQuote) {
      const close = closingQuote(sample, opening + 1)
      if (close === null) return true
      position = close + 1
      while (delimiter !== ' ' && sample[position] === ' ') position += 1
      if (position < sample.length && !endsCell(sample, position, delimiter)) return false
    } else {
      while (position < sample.length && !endsCell(sample, position, delimiter)) {
        if (sample[position] === doubleQuote) return false
        position += 1
      }
    }
    position += isLineEnd(sample[position]) ? 1 : Math.max(1, delimiter.length)
  }
  return true
}

function closingQuote(sample: string, from: number): number | null {
  for (let at = sample.indexOf(doubleQuote, from); at !== -1; at = sample.indexOf(doubleQuote, at + 2)) {
    if (sample[at + 1] !== doubleQuote) return at
  }
  return null
}

function endsCell(sample: string, position: number, delimiter: string): boolean {
  return isLineEnd(sample[position]) || (delimiter !== '' && sample.startsWith(delimiter, position))
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}
