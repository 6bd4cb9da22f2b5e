/** Words for what a statement rests on. */
import type { Derivation, InsightClass } from '../../shared/story/insight.ts'
import { currentTexts } from '../stores/language.ts'

export function classWords(of: InsightClass): { readonly name: string; readonly means: string } {
  const texts = currentTexts()
  return texts.evidence.classes[of]
}

/** `< 0.001`, `= 0.032`: as much of a probability as means something. */
export function formatProbability(probability: number): string {
  if (probability < 1e-4) {
    if (probability < 1e-300) return '< 10⁻³⁰⁰'
    const exponent = Math.ceil(Math.log10(probability))
    return `< 10${superscript(exponent)}`
  }
  return `= ${probability < 0.1 ? probability.toPrecision(2) : probability.toFixed(2)}`
}

function superscript(value: number): string {
  return String(value).replace(/./g, (character) =>
    character === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)] ?? character),
  )
}

/** The name of a test as a person writes it: `mann_kendall` becomes `Mann kendall`, spaced names stay. */
export function testWords(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
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
