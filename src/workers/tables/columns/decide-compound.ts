/** Decides whether a column holds amounts that are written in parts: angles, feet and inches, whole numbers and fractions. */
import { note } from '../../../shared/story/note.ts'
import { type CompoundForm, parseCompound } from './compounds.ts'
import type { Decision, Present } from './decision.ts'
import { neededWeight } from './readable.ts'

/** A first look; all other columns cost no more. */
const couldBeCompound =
  /^[-−–+]?[0-9]{1,6}(?:\s*[°º'’′]|\s*(?:ft|feet|foot)|[\s-]+[0-9]+[/⁄]|[/⁄][0-9]|\s*[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|^[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/iu
const vulgar = /[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u
const mixedNumber = /[0-9][\s-]+[0-9]+[/⁄][0-9]/u

export function decideCompound(present: Present): Decision | null {
  const first = present.entries.slice(0, 4)
  if (!first.some(([text]) => couldBeCompound.test(text))) return null
  const form = (['angle', 'feet', 'fraction'] as const).find((one) => fits(present, one))
  if (form === undefined || (form === 'fraction' && !isFraction(present))) return null
  const example = present.entries.find(([text]) => couldBeCompound.test(text))?.[0] ?? ''
  return { reading: { kind: 'compound', form }, notes: [note(codes[form], { example })], evidence: {}, ambiguous: null }
}

const codes = { angle: 'columns.angle', feet: 'columns.feet', fraction: 'columns.fractions' } as const

function fits({ entries, total }: Present, form: CompoundForm): boolean {
  const odd = entries.filter(([text]) => parseCompound(text, form) === null)
  const oddWeight = odd.reduce((sum, [, weight]) => sum + weight, 0)
  return (
    total - oddWeight >=
    neededWeight(
      total,
      odd.map(([text]) => text),
    )
  )
}

/** `4/5` is a mark out of five, or a day: fractions are sure where a whole number stands beside one, or in one character. */
function isFraction({ entries }: Present): boolean {
  return (
    entries.some(([text]) => vulgar.test(text) || mixedNumber.test(text)) && entries.every(([text]) => isBelowOne(text))
  )
}

function isBelowOne(text: string): boolean {
  const [, over, under] = /(?:^|[^0-9])([0-9]{1,6})[/⁄]([0-9]{1,6})/u.exec(text) ?? []
  return over === undefined || Number(over) < Number(under)
}
