/** A condition as a person could have written it: `parseCondition` gives it back. For addresses and fields. */
import type { Condition, ConditionValue } from './condition.ts'
import { isGrammar } from './parse-condition.ts'

/** Names and texts stand in quotes where they are more than one plain word. */
export function writeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts
        .map((part) => (needsBrackets(part, condition.kind) ? `(${writeCondition(part)})` : writeCondition(part)))
        .join(condition.kind === 'all' ? ' and ' : ' or ')
    case 'compare':
      return `${word(condition.column)} ${condition.operator} ${value(condition.value)}`
    case 'in':
      return `${word(condition.column)} ${condition.negated ? 'not in' : 'in'} (${condition.values.map(value).join(', ')})`
    case 'between':
      return `${word(condition.column)} between ${value(condition.low)} and ${value(condition.high)}`
    case 'missing':
      return `${word(condition.column)} ${condition.negated ? 'is not missing' : 'is missing'}`
    case 'contains':
      return `${word(condition.column)} ${condition.negated ? 'not contains' : 'contains'} ${quoted(condition.text)}`
    case 'calendar':
      return `${word(condition.column)} falls ${condition.part} (${condition.values.join(', ')})`
  }
}

/** `and` binds more closely than `or`: only its parts within an `or` stand as they are. */
function needsBrackets(part: Condition, within: 'all' | 'any'): boolean {
  return part.kind === 'any' || (part.kind === 'all' && within === 'all')
}

const plain = /^[\p{L}_][\p{L}\p{N}_-]*$/u

function word(text: string): string {
  return plain.test(text) && !isGrammar(text) ? text : quoted(text)
}

function value(given: ConditionValue): string {
  return typeof given === 'number' ? String(given) : word(given)
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
