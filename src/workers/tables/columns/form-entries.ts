/** What is asked of the numbers of a column, each with its weight. */
import type { FormEntry } from './decide-notation.ts'

export function weigh(entries: readonly FormEntry[]): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0)
}

export function hasFractions(forms: readonly FormEntry[]): boolean {
  return forms.some(({ form }) => /[.,][0-9]{1,2}$|[.,][0-9]{4,}$/u.test(form.body))
}

/** Nought is the same in any unit, and is written without. */
export function isNought({ form }: FormEntry): boolean {
  return form.word === '' && /^0+(?:[.,]0+)?$/u.test(form.body)
}
