/** Two groups or two periods that a story is to compare, as a person names them. */
import type { Focus } from './focus.ts'
import { writeCondition } from './write-condition.ts'

export type Compared = NonNullable<Focus['compare']>

/** What a condition has that a bare value has not. */
const signs = ['=', '<', '>', ' is ', ' in ', ' between ', ' contains ', ' not ']

/**
 * `region = Oslo|Bergen`, or two conditions: `amount > 100 | amount <= 100`. A second part without a test is another
 * value of the column of the first. Null without two parts.
 */
export function groupsWritten(text: string): Compared | null {
  const [first = '', second = '', ...more] = text.split('|').map((part) => part.trim())
  if (first === '' || second === '' || more.length > 0) return null
  const assigned = assignedIn(first)
  const left = assigned === null ? first : equalTo(assigned.column, assigned.value)
  if (signs.some((sign) => ` ${second} `.includes(sign))) {
    const other = assignedIn(second)
    return { by: 'groups', groups: [left, other === null ? second : equalTo(other.column, other.value)] }
  }
  return assigned === null ? null : { by: 'groups', groups: [left, equalTo(assigned.column, second)] }
}

/** `2023|2024`, with a column in front where there are several times: `sold: 2023-03|2024-03`. Null without two. */
export function periodsWritten(text: string): Compared | null {
  const at = text.indexOf(':')
  const column = at < 0 ? null : text.slice(0, at).trim()
  const [first = '', second = '', ...more] = text
    .slice(at + 1)
    .split('|')
    .map((part) => part.trim())
  if (first === '' || second === '' || more.length > 0 || column === '') return null
  return { by: 'periods', periods: [first, second], ...(column === null ? {} : { column }) }
}

/** A plain `column = value`, whose words need no quotes; null for all else. */
function assignedIn(text: string): { readonly column: string; readonly value: string } | null {
  const at = text.indexOf('=')
  const [column, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const isBare = (part: string): boolean =>
    part !== '' && ![' and ', ' or ', '"', '(', '<', '>', '=', '!'].some((sign) => part.toLowerCase().includes(sign))
  return at > 0 && isBare(column) && isBare(value) ? { column, value } : null
}

function equalTo(column: string, value: string): string {
  return writeCondition({ kind: 'compare', column, operator: '=', value })
}
