/** Which rows of a table a person wants told: conditions as data, and in words. Never SQL: see `workers/source/condition-sql.ts`. */
import { z } from 'zod'
import { formatNumber } from '../format/numbers.ts'

const valueSchema = z.union([z.number(), z.string()])
export type ConditionValue = z.infer<typeof valueSchema>

const comparisonSchema = z.enum(['=', '!=', '<', '<=', '>', '>='])
export type Comparison = z.infer<typeof comparisonSchema>

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

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['all', 'any']), parts: z.array(conditionSchema) }),
    z.object({ kind: z.literal('compare'), column: z.string(), operator: comparisonSchema, value: valueSchema }),
    z.object({ kind: z.literal('in'), column: z.string(), values: z.array(valueSchema), negated: z.boolean() }),
    z.object({ kind: z.literal('between'), column: z.string(), low: valueSchema, high: valueSchema }),
    z.object({ kind: z.literal('missing'), column: z.string(), negated: z.boolean() }),
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

const operatorWords = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
} as const satisfies Record<Comparison, string>

/** `region is North and age is at least 30`. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) =>
        part.kind === 'any' && condition.kind === 'all' ? `(${conditionText(part)})` : conditionText(part),
      )
      return parts.join(condition.kind === 'all' ? ' and ' : ' or ')
    }
    case 'compare':
      return `${condition.column} ${operatorWords[condition.operator]} ${valueText(condition.value)}`
    case 'in':
      return `${condition.column} is ${condition.negated ? 'none of' : 'one of'} ${condition.values.map(valueText).join(', ')}`
    case 'between':
      return `${condition.column} is between ${valueText(condition.low)} and ${valueText(condition.high)}`
    case 'missing':
      return `${condition.column} is ${condition.negated ? 'there' : 'missing'}`
  }
}

function valueText(value: ConditionValue): string {
  return typeof value === 'number' && Math.abs(value) >= 10_000 ? formatNumber(value, { kind: 'value' }) : String(value)
}
