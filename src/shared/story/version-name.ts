/** What a version of a story is called: by what was told of its source. `Only 2024`, `What goes with churn`. */
import { formatList } from '../format/words.ts'
import type { Texts } from '../texts/texts.ts'
import { inToldNames } from './column-names.ts'
import type { Compared } from './comparison-focus.ts'
import { type Condition, type ConditionValue, conditionText } from './condition.ts'
import { partsOfCondition } from './condition-parts.ts'
import type { DeclaredFacts } from './declared-facts.ts'
import type { Focus } from './focus.ts'
import { columnsTold, namesTold } from './kept-columns.ts'
import { ConditionError, parseCondition } from './parse-condition.ts'
import type { ToldOptions } from './version.ts'

/** Columns named one by one; more are counted. */
const mostNamed = 2

export function versionName(
  texts: Pick<Texts, 'versions' | 'conditions' | 'locale'>,
  { focus: told, reading }: ToldOptions,
): string {
  const { versions } = texts
  const focus = told === undefined ? undefined : inToldNames(told)
  const { target, where, compare, ignore = [] } = focus ?? {}
  const corrected = correctedColumns(focus)
  const parts = [
    ...(where === undefined ? [] : [versions.only({ what: rowsNamed(texts, where) })]),
    ...(compare === undefined ? [] : [versions.compared(sidesNamed(texts, compare))]),
    ...(target === undefined ? [] : [versions.goesWith({ column: target })]),
    ...(ignore.length === 0 ? [] : [versions.without(namedColumns(ignore))]),
    ...(corrected.length === 0 ? [] : [versions.corrected(namedColumns(corrected))]),
    ...(focus?.totals === undefined ? [] : [versions.withoutTotals]),
    ...factsNamed(texts, focus?.facts),
    ...(reading === undefined ? [] : [versions.readOtherwise]),
  ]
  return parts.length === 0 ? versions.asRead : parts.join(' · ')
}

function factsNamed({ versions }: Pick<Texts, 'versions'>, { rows, rowsOf, assigned }: DeclaredFacts = {}): string[] {
  return [
    ...(rows === undefined ? [] : [versions[rows]]),
    ...(rowsOf === undefined ? [] : [rowsOf === null ? versions.independent : versions.rowsOf({ column: rowsOf })]),
    ...(assigned === undefined ? [] : [versions.assigned({ column: assigned })]),
  ]
}

/** Columns of which something is said that is not their use: each once. */
function correctedColumns(focus: Focus | undefined): readonly string[] {
  const told = columnsTold(focus)
  return told === null ? [] : namesTold(told)
}

function namedColumns(columns: readonly string[]): { readonly count: number; readonly columns: string } {
  return { count: columns.length > mostNamed ? columns.length : 0, columns: formatList(columns.slice(0, mostNamed)) }
}

function sidesNamed(
  texts: Pick<Texts, 'conditions' | 'locale'>,
  compare: Compared,
): { readonly first: string; readonly second: string } {
  const [first, second] =
    compare.by === 'periods' ? compare.periods : compare.groups.map((group) => rowsNamed(texts, group))
  return { first: first ?? '', second: second ?? '' }
}

function rowsNamed(texts: Pick<Texts, 'conditions' | 'locale'>, where: string): string {
  try {
    const parts = partsOfCondition(parseCondition(where, null))
    return parts.map((part) => valueNamed(part) ?? conditionText(texts, part)).join(', ')
  } catch (error) {
    if (error instanceof ConditionError) return where
    throw error
  }
}

/** The value alone, where it says what it is; null where it needs its column: `3` or `yes` do. */
function valueNamed(condition: Condition): string | null {
  switch (condition.kind) {
    case 'compare':
      return condition.operator === '=' && tellsItself(condition.value) ? String(condition.value) : null
    case 'in': {
      const { values, negated } = condition
      return !negated && values.every(tellsItself) ? values.map(String).join(', ') : null
    }
    case 'between': {
      const { low, high } = condition
      return wholeYear(low, high) ?? (tellsItself(low) && tellsItself(high) ? `${low} – ${high}` : null)
    }
    case 'all':
    case 'any':
    case 'missing':
    case 'contains':
    case 'calendar':
      return null
  }
}

const answers = /^(?:yes|no|true|false|y|n|t|f|ja|nein|on|off)$/iu

function tellsItself(value: ConditionValue): boolean {
  if (typeof value === 'number' || /^\d+$/u.test(value)) return Number(value) >= 1900 && Number(value) < 2100
  return /^\d{4}-\d{2}/u.test(value) || (/\p{L}{3}/u.test(value) && !answers.test(value))
}

function wholeYear(low: ConditionValue, high: ConditionValue): string | null {
  const [, first] = /^(\d{4})-01-01$/u.exec(String(low)) ?? []
  const [, last] = /^(\d{4})-12-31$/u.exec(String(high)) ?? []
  if (first === undefined || last === undefined) return null
  return first === last ? first : `${first} – ${last}`
}
