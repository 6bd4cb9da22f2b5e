/** What the text of a cell is: a number, a mark for none, a year, words. */

const number =
  /^[\s<>≤≥~≈±+\-−–(]*(?:[$€£¥₹]|[A-Z]{3}\s)?\s*[+\-−–]?\s*\.?\d[\d.,'’\s\u00a0\u2009\u202f]*(?:e[+-]?\d+)?\s*(?:[%‰°]|[$€£¥₹]|pp|bn|[kKmMx]|[A-Z]{3}\b)?\)?\s*[*†‡§]*(?:\s*\(\d[\d.,]*%?\)|\s*±\s*[\d.,]+)?$/u
const placeholder = /^(?:[-–—−.…·*x]+|n\/?a|nil|none|\(?[-–—]\)?)$/iu
const year = /^(?:(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?|(?:FY|Q[1-4]|H[12])\s*'?(?:\d\d)?\d\d)\*?$/u
const isoDate = /^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/u

/** A quantity as printed: signs, currency, percent, brackets for negative, a mark for a note. */
export function isNumber(text: string): boolean {
  return text.length <= 40 && number.test(text.trim())
}

/** A dash, dots, n/a: says that there is nothing. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim())
}

export function isYear(text: string): boolean {
  return year.test(text.trim())
}

/** A number, a year or a date: what stands in a column of data and not in a sentence. */
export function isDatum(text: string): boolean {
  return isNumber(text) || isoDate.test(text.trim())
}

/** Of the texts that say anything, the share that are data; 0 where none does. */
export function dataShare(texts: readonly string[]): number {
  const said = texts.filter((text) => text.trim() !== '' && !isPlaceholder(text))
  return said.length === 0 ? 0 : said.filter(isDatum).length / said.length
}

export function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

/** Begins with a small letter, as most words of a sentence do. */
export function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

/** Enough words in a row that it is a sentence rather than an entry. */
export function isProse(text: string): boolean {
  return letterCount(text) >= 25 && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5
}
