/** Decides whether a column holds numbers, and what stands around them: signs, units, powers of ten, flags. */
import { isCode } from './code-names.ts'
import { decideBeside } from './decide-beside.ts'
import { decideNotation, type FormEntry } from './decide-notation.ts'
import type { Decision, Present, WritingHints } from './decision.ts'
import { isLimit, numberShape } from './number-shape.ts'
import { bodyIsWhole } from './numbers.ts'
import { neededWeight } from './readable.ts'
import type { NumberReading } from './reading.ts'

/** Where fewer of the values are numbers, limits like `<0.5` are the rule and make the column text. */
const leastMeasured = 0.5

export function decideNumber(present: Present, name: string, hints: WritingHints): Decision | null {
  const forms: FormEntry[] = []
  const odd: string[] = []
  let limits = 0
  let oddWeight = 0
  // More odd values than `neededWeight` ever forgives: the rest need no look.
  const mostOdd = Math.max(0.05 * present.total, 1) + 1e-6
  for (const [text, weight] of present.entries) {
    const form = numberShape(text)
    if (form !== null) forms.push({ text, weight, form })
    else if (isLimit(text)) limits += weight
    else {
      odd.push(text)
      oddWeight += weight
      if (oddWeight > mostOdd) return null
    }
  }
  if (limits > (1 - leastMeasured) * present.total) return null
  const measured = present.total - limits
  const beside = decideBeside(forms, measured, name)
  if (beside === null) return null
  if ('mixed' in beside) {
    const numbers = forms.reduce((sum, entry) => sum + entry.weight, 0)
    if (numbers < neededWeight(measured, odd)) return null
    return { reading: { kind: 'text', keepsNa: false }, notes: [beside.mixed], evidence: {}, ambiguous: null }
  }
  const usable = forms.filter(beside.fits)
  const unfit = usable.length === forms.length ? [] : forms.filter((one) => !beside.fits(one)).map(({ text }) => text)
  const needed = neededWeight(measured, [...odd, ...unfit])
  if (usable.reduce((sum, entry) => sum + entry.weight, 0) < needed) return null
  const choice = decideNotation(usable, needed, hints)
  if (choice === null) return null
  const { notation, fitting } = choice
  if (isCode(fitting, name)) return null
  const { unit, around } = beside
  const fractionWeight = fitting
    .filter(({ form }) => !bodyIsWhole(form, notation))
    .reduce((sum, e) => sum + e.weight, 0)
  const whole =
    fractionWeight === 0 && unit !== 'percent' && around?.scales !== true && around?.unitExponents === undefined
  if (whole && fitting.some(({ form }) => overflows(form.body))) return null
  const reading: NumberReading = {
    kind: 'number',
    storage: whole ? 'BIGINT' : 'DOUBLE',
    decimal: notation.decimal,
    grouping: notation.grouping,
    unit,
    plain: unit === 'none' && around === null && notation.grouping === '' && fitting.every(({ form }) => form.bare),
    ...(around === null ? {} : { around }),
  }
  return { reading, notes: [...choice.notes, ...beside.notes], evidence: choice.evidence, ambiguous: choice.ambiguous }
}

/** Beyond 64 bits: an identifier, whose digits a number would lose. */
function overflows(body: string): boolean {
  const digits = body.replace(/[^0-9]/gu, '')
  return digits.length > 19 || (digits.length === 19 && digits > '9223372036854775807')
}
