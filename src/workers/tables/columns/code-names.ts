/** Digits that name something rather than count, told by how they are written and by the name of their column. */
import type { FormEntry } from './decide-notation.ts'

const codeName =
  /(?:^|[^a-z])(?:phone|tel|telephone|telefon|fax|mobile|cell|zip|zipcode|postcode|postal|plz|iban)(?:$|[^a-z])/iu
/** Names of parts, places and versions: a letter behind their digits is part of the code. */
const partName =
  /(?:^|[^a-z])(?:code|part|model|sku|version|release|room|flat|apartment|apt|seat|gate|bin|lot|ref|chapter|section|house|hausnummer|hausnr|nr|number|no|id|grade|class|klasse|route|bus|line|plate|resolution|format)(?:$|[^a-z])/iu

export function namesParts(name: string): boolean {
  return partName.test(separated(name))
}

/**
 * Digits that name something rather than count: written with leading zeros, as phone numbers are with a leading plus,
 * or in a column whose name says so.
 */
export function isCode(fitting: readonly FormEntry[], name: string): boolean {
  // `12E3` beside `05E7`: no program writes powers of ten so, people write bays and parts.
  if (fitting.length > 1 && fitting.every(({ text }) => /^[0-9]{1,3}E[0-9]{1,2}$/u.test(text))) return true
  const digits = fitting.filter(({ form }) => /^[0-9]+$/u.test(form.body))
  if (digits.length < fitting.length) {
    const spaced = fitting.filter(({ form }) => /^[0-9' ’]+$/u.test(form.body))
    return codeName.test(separated(name)) && spaced.length === fitting.length
  }
  const total = fitting.reduce((sum, entry) => sum + entry.weight, 0)
  const padded = digits.filter(({ form }) => /^0[0-9]/u.test(form.body))
  const paddedWeight = padded.reduce((sum, entry) => sum + entry.weight, 0)
  if (padded.length > 0) {
    const widths = new Set(digits.map(({ form }) => form.body.length))
    if (widths.size === 1 || paddedWeight >= 0.05 * total) return true
  }
  const plus = digits.filter(({ text, form }) => text.startsWith('+') && form.body.length >= 8)
  if (plus.length > 0 && plus.length >= 0.5 * digits.length) return true
  return codeName.test(separated(name))
}

/** `zipCode` and `zip_code` as separate words. */
function separated(name: string): string {
  return name.replace(/([a-z])([A-Z])/gu, '$1 $2').replaceAll('_', ' ')
}
