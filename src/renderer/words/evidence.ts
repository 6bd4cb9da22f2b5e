/** Words for what a statement rests on: none of them is a name of a column of a query or of a part of the program. */
import { readableName } from '../../shared/format/words.ts'
import type { Condition } from '../../shared/story/condition.ts'
import type { Derivation, Insight } from '../../shared/story/insight.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { currentTexts } from '../stores/language.ts'

/** `< 0.001`, `= 0.032`: as much of a probability as means something. */
export function formatProbability(probability: number): string {
  if (probability < 1e-4) {
    if (probability < 1e-300) return '< 10⁻³⁰⁰'
    const exponent = Math.ceil(Math.log10(probability))
    return `< 10${superscript(exponent)}`
  }
  const digits = probability < 0.1 ? { maximumSignificantDigits: 2, minimumSignificantDigits: 2 } : twoDecimals
  return `= ${probability.toLocaleString(currentTexts().locale, digits)}`
}

const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

function superscript(value: number): string {
  return String(value).replace(/./g, (character) =>
    character === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)] ?? character),
  )
}

/** How often chance alone would show something as clear, as a person counts: 3 of 1,000 tables. */
export function chanceWords({ evidence }: Pick<Texts, 'evidence'>, probability: number): string {
  const of = [100, 1_000, 10_000].find((tables) => probability * tables >= 1)
  if (of === undefined) return evidence.chanceLess({ count: 1, of: 10_000 })
  return evidence.chance({ count: Math.round(probability * of), of })
}

/** The columns a statement is about, by their readable names. */
export function columnsOf(insight: Insight): readonly string[] {
  return [...new Set(insight.columns)].map(readableName)
}

/** Which rows of its table a statement rests on: those of its part that hold a value in all of its columns. */
export function rowsOf(insight: Insight): Condition {
  const held = [...new Set(insight.columns)].map((column): Condition => ({ kind: 'missing', column, negated: true }))
  return { kind: 'all', parts: [...partOf(insight), ...(insight.class === 'quality' ? [] : held)] }
}

/** Of the part of a table that a statement is about; nothing where it is about all of it. */
export function partOf(insight: Insight): readonly Condition[] {
  if (insight.type === 'segment') return [...rangeOrValue(insight, 'first'), ...rangeOrValue(insight, 'second')]
  const { subspace = {} } = insight
  return Object.entries(subspace).map(([column, value]): Condition => {
    if (value === null) return { kind: 'missing', column, negated: false }
    return { kind: 'compare', column, operator: '=', value: typeof value === 'boolean' ? String(value) : value }
  })
}

/** A condition of a segment: one category, or a range of numbers from and below. */
function rangeOrValue({ details, evidence }: Insight, which: 'first' | 'second'): readonly Condition[] {
  const [column, value] = [details[which], details[`${which}_value`]]
  if (typeof column !== 'string') return []
  if (typeof value === 'string') return [{ kind: 'compare', column, operator: '=', value }]
  const [from, below] = [evidence.values[`${which}_from`], evidence.values[`${which}_below`]]
  return [
    ...(typeof from === 'number' ? [{ kind: 'compare', column, operator: '>=', value: from } as const] : []),
    ...(typeof below === 'number' ? [{ kind: 'compare', column, operator: '<', value: below } as const] : []),
  ]
}

/** How a value that SQL alone does not give follows from a query's rows. */
export function describeDerivation(derivation: Derivation): string {
  const texts = currentTexts()
  const columns = derivation.columns.map((column) => `“${column}”`).join(', ')
  const parameters = Object.entries(derivation.parameters).map(([name, value]) => `${name} ${value}`)
  const { result, function: name } = derivation
  return parameters.length === 0
    ? texts.evidence.derivation({ result, name, columns })
    : texts.evidence.derivationWith({
        result,
        name,
        columns,
        parameters: parameters.join(', '),
      })
}
