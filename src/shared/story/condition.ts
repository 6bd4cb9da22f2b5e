/** Which rows of a table a person wants told: conditions as data, and in words. Never SQL: see `workers/source/condition-sql.ts`. */

import { z } from 'zod'
import { type CalendarPart, calendarName, calendarParts } from '../format/calendar-names.ts'
import { formatNumber } from '../format/numbers.ts'
import type { Texts } from '../texts/texts.ts'

const valueSchema = z.union([z.number(), z.string()])
export type ConditionValue = z.infer<typeof valueSchema>

const comparisonSchema = z.enum(['=', '!=', '<', '<=', '>', '>='])
export type Comparison = z.infer<typeof comparisonSchema>

export const calendarPartSchema = z.enum(calendarParts)

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'compare'; readonly column: string; readonly operator: Comparison; readonly value: ConditionValue }
  | {
      readonly kind: 'in'
      readonly column: string
      readonly values: readonly ConditionValue[]
      readonly negated: boolean
    }
  | { readonly kind: 'between'; readonly column: string; readonly low: ConditionValue; readonly high: ConditionValue }
  | { readonly kind: 'missing'; readonly column: string; readonly negated: boolean }
  /** A part of the value as it is written, in any case. */
  | { readonly kind: 'contains'; readonly column: string; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: 'calendar'
      readonly column: string
      readonly part: CalendarPart
      readonly values: readonly number[]
    }

export const conditionSchema: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['all', 'any']), parts: z.array(conditionSchema) }),
    z.object({ kind: z.literal('compare'), column: z.string(), operator: comparisonSchema, value: valueSchema }),
    z.object({ kind: z.literal('in'), column: z.string(), values: z.array(valueSchema), negated: z.boolean() }),
    z.object({ kind: z.literal('between'), column: z.string(), low: valueSchema, high: valueSchema }),
    z.object({ kind: z.literal('missing'), column: z.string(), negated: z.boolean() }),
    z.object({ kind: z.literal('contains'), column: z.string(), text: z.string().min(1), negated: z.boolean() }),
    z.object({ kind: z.literal('calendar'), column: z.string(), part: calendarPartSchema, values: z.array(z.int()) }),
  ]),
)

/** Names of the columns a condition is about, each once. */
export function columnsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.parts.flatMap(columnsIn))]
    default:
      return [condition.column]
  }
}

/** The same of columns by other names. */
export function withColumns(condition: Condition, nameOf: (name: string) => string): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, parts: condition.parts.map((part) => withColumns(part, nameOf)) }
    default:
      return { ...condition, column: nameOf(condition.column) }
  }
}

/** `region is North and age is at least 30`. */
export function conditionText(
  { conditions, locale }: Pick<Texts, 'conditions' | 'locale'>,
  condition: Condition,
): string {
  const said = (part: Condition): string => conditionText({ conditions, locale }, part)
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const join = condition.kind === 'all' ? conditions.and : conditions.or
      const parts = condition.parts.map((part) =>
        part.kind === 'any' && condition.kind === 'all' ? `(${said(part)})` : said(part),
      )
      return parts.reduce((left, right) => join({ left, right }))
    }
    case 'compare': {
      const { column, operator, value } = condition
      return conditions.compare[operator]({ column, value: valueText(value) })
    }
    case 'in': {
      const given = { column: condition.column, values: condition.values.map(valueText).join(', ') }
      return condition.negated ? conditions.noneOf(given) : conditions.oneOf(given)
    }
    case 'between': {
      const { column, low, high } = condition
      return conditions.between({ column, low: valueText(low), high: valueText(high) })
    }
    case 'missing': {
      const { column, negated } = condition
      return negated ? conditions.there({ column }) : conditions.missing({ column })
    }
    case 'contains': {
      const { column, text, negated } = condition
      return negated ? conditions.containsNot({ column, text }) : conditions.contains({ column, text })
    }
    case 'calendar': {
      const { column, part, values } = condition
      return conditions.calendar({
        column,
        values: values.map((value) => calendarName(locale, part, value)).join(', '),
      })
    }
  }
}

function valueText(value: ConditionValue): string {
  return typeof value === 'number' && Math.abs(value) >= 10_000 ? formatNumber(value, { kind: 'value' }) : String(value)
}
