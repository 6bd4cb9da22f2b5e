/** Fractions among percentages: `0.15` beside `12%`. */
import type { FormEntry } from './decide-notation.ts'
import { isNought } from './form-entries.ts'

/** `0.15`: no more than one. */
export function isFraction({ form }: FormEntry): boolean {
  return form.bare && !form.exponent && /^(?:0?[.,][0-9]+|1(?:[.,]0+)?)$/u.test(form.body)
}

/** How far fractions may lie outside of the range of the percentages they stand among. */
const outside = 3

/** Whether what stands without a sign among percentages are such shares as fractions: none above one, and about as large. */
export function hasFractionsBeside(forms: readonly FormEntry[]): boolean {
  const signed = forms.filter(({ form }) => form.percent).map(({ form }) => amountOf(form.body))
  const bare = forms.filter((entry) => !entry.form.percent && !isNought(entry))
  if (signed.length < 2 || bare.length === 0 || !bare.every(isFraction)) return false
  const [least, most] = [Math.min(...signed) / outside, Math.max(...signed) * outside]
  return bare.every(({ form }) => 100 * amountOf(form.body) >= least && 100 * amountOf(form.body) <= most)
}

function amountOf(body: string): number {
  return Number(body.replace(',', '.').replace(/[^0-9.]/gu, ''))
}
