/** Numbers as they are printed: which sign divides thousands and which the decimals, by language and by the number itself. */

/** A number's digits with their separators: 1,234.5 · 1.234,5 · 1 234,5 · 1'234.5 · 12,34,567.5 · 1234 */
export const numberSource =
  "(?:\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?:[  ’'\\u202f]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)"

/** Whether `1,5` is one and a half in this language. */
export function hasDecimalComma(language: string | null): boolean {
  if (language === null) return false
  try {
    return new Intl.NumberFormat(language).format(1.5).includes(',')
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Null where it is no number after all. `decimalComma` decides where the number alone does not: 1.234 and 1,234. */
export function readWrittenNumber(text: string, decimalComma: boolean): number | null {
  const compact = text.replaceAll(/[\s’']/gu, '')
  if (!/^\d[\d.,]*$/u.test(compact)) return null
  const [dots, commas] = [compact.split('.').length - 1, compact.split(',').length - 1]
  const read = (decimal: '.' | ',' | null): number => {
    const thousands = decimal === ',' ? '.' : ','
    const plain =
      decimal === null ? compact.replaceAll(/[.,]/gu, '') : compact.replaceAll(thousands, '').replace(decimal, '.')
    return Number(plain)
  }
  if (dots > 0 && commas > 0) return read(compact.lastIndexOf(',') > compact.lastIndexOf('.') ? ',' : '.')
  if (dots > 1 || commas > 1) return read(null)
  if (dots + commas === 0) return read(null)
  const sign = dots === 1 ? '.' : ','
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(compact)
  if (!grouped) return read(sign)
  return (sign === ',') === decimalComma ? read(sign) : read(null)
}
