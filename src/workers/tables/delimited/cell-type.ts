/** Whether a cell looks like something a person would put in one cell; the type score of dialect detection. */
import { isUnit } from '../../../shared/quantity/units.ts'
import { foreignDigits, withAsciiDigits } from '../columns/digits.ts'
import { numberShape } from '../columns/number-shape.ts'

const known: readonly RegExp[] = [
  /^$/u,
  // Numbers, with groups, decimal marks, signs, exponents, percent, currency.
  /^[(]?[-+−]?\s?[$€£¥₹]?\s?[-+−]?(?:\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})*|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?\s?[%€$£]?[)]?$/u,
  // Dates, times and both.
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?(?:\s?(?:Z|[-+]\d{2}:?\d{2}))?)?$/u,
  /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm])?$/u,
  /^(?:\d{1,2}[-. ]{1,2}[A-Za-z]{3,9}\.?[-. ]\d{2,4}|[A-Za-z]{3,9}\.?[-. ](?:\d{1,2},? \d{2,4}|(?:19|20)?\d{2}))$/u,
  /^(?:n\/?a|null|nan|none|true|false|yes|no|-+|\?|:|\.{2,3}|…)$/iu,
  // Addresses of pages, people and machines; codes.
  /^(?:https?|ftp):\/\/\S+$/iu,
  /^[\w.+-]+@[\w-]+\.[\w.-]+$/u,
  /^\d{1,3}(?:\.\d{1,3}){3}$/u,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu,
  // Words: letters and digits of any script, with what joins words.
  /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_\-./ '’&()+#%°@!?*[\]]|, )*$/u,
  /^[{[].*[}\]]$/su,
]

export function looksLikeOneCell(text: string): boolean {
  const word = text.trim()
  if (word.length > 2000) return false
  return known.some((pattern) => pattern.test(word))
}

/** A number, date or time: what a header cell is not and a data cell often is. */
export function looksMeasured(text: string): boolean {
  const word = text.trim()
  if (word === '' || !/\p{Nd}/u.test(word)) return false
  return known.slice(1, 5).some((pattern) => pattern.test(word)) || isAmount(word)
}

/** `1.2B`, `3万円`, `1.5 kg`; not `100m`, which may name a race. */
function isAmount(word: string): boolean {
  // Numbers beside each other are cells of their own.
  if (/\s{2}|[.,]\d+\s[-+−]?\d/u.test(word)) return false
  if (word.length > 24 || !/^\P{L}*\p{Nd}|^\P{L}?\p{L}{1,3}[ .$]?\p{Nd}/u.test(word)) return false
  const form = numberShape(withAsciiDigits(word, foreignDigits([word])))
  if (form === null) return false
  return form.word === '' || (isUnit(form.word) && /[.,]/u.test(form.body))
}
