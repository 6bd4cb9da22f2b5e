/** Letters behind amounts that say whether they are credit or debit. */
import type { FormEntry } from './decide-notation.ts'
import { hasFractions, weigh } from './form-entries.ts'
import { debitMarks } from './numbers.ts'

/** `100,00 H` beside `25,50 S`: what amounts with both behind them weigh, nought where only one of them stands. */
export function sidesByLetter(forms: readonly FormEntry[]): number {
  const marked = forms.filter(({ form }) => isSideLetter(form.word))
  return new Set(marked.map(({ form }) => form.word)).size === 2 && hasFractions(marked) ? weigh(marked) : 0
}

/** As it stands: `DR`, `S`. */
export function debitMarkOf(forms: readonly FormEntry[]): string {
  const marks = forms.map(({ form }) => (form.side === '' ? form.word : form.side))
  return marks.find((mark) => debitMarks.includes(mark.toLowerCase())) ?? 'DR'
}

export function isSideLetter(word: string): boolean {
  return word === 'H' || word === 'S'
}
