/** A question about a table, understood: what is to be computed, of which rows. */
import { z } from 'zod'
import { calendarPartSchema, conditionSchema } from '../story/condition.ts'

export const aggregates = ['sum', 'mean', 'median', 'min', 'max', 'distinct'] as const
export const aggregateSchema = z.enum(aggregates)
export type Aggregate = z.infer<typeof aggregateSchema>

export const askedGrains = ['year', 'quarter', 'month', 'week', 'day', 'hour'] as const
export const askedGrainSchema = z.enum(askedGrains)
export type AskedGrain = z.infer<typeof askedGrainSchema>

/** A number that a set of rows gives. */
export const amountSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows') }),
  z.object({ kind: z.literal('column'), column: z.string(), aggregate: aggregateSchema }),
  /** Of the rows in which `of` is known, the part in which it holds. */
  z.object({ kind: z.literal('share'), of: conditionSchema }),
])
export type Amount = z.infer<typeof amountSchema>

export const groupingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), column: z.string() }),
  /** Months of all years together, days of the week. */
  z.object({ kind: z.literal('calendar'), column: z.string(), part: calendarPartSchema }),
  z.object({ kind: z.literal('period'), column: z.string(), grain: askedGrainSchema }),
])
export type Grouping = z.infer<typeof groupingSchema>

const rows = { table: z.string(), where: conditionSchema.nullable() }
const most = z.int().positive().max(1000)

export const askedQuestionSchema = z.discriminatedUnion('kind', [
  /** One number. */
  z.object({ kind: z.literal('value'), ...rows, amount: amountSchema }),
  /** The number of each group. */
  z.object({ kind: z.literal('groups'), ...rows, amount: amountSchema, by: z.array(groupingSchema).min(1).max(2) }),
  /** The number over time. */
  z.object({
    kind: z.literal('course'),
    ...rows,
    amount: amountSchema,
    time: z.string(),
    grain: askedGrainSchema,
  }),
  z.object({
    kind: z.literal('rank'),
    ...rows,
    amount: amountSchema,
    by: groupingSchema,
    order: z.enum(['highest', 'lowest']),
    most,
  }),
  /** Two parts of the rows; without an amount, in all that can be compared. */
  z.object({
    kind: z.literal('compare'),
    ...rows,
    amount: amountSchema.nullable(),
    left: conditionSchema,
    right: conditionSchema,
  }),
  z.object({ kind: z.literal('relate'), ...rows, columns: z.tuple([z.string(), z.string()]) }),
  /** What goes with a column, most of all. */
  z.object({ kind: z.literal('drivers'), ...rows, column: z.string() }),
  /** Which parts of the rows made up a change from one period to the next. */
  z.object({
    kind: z.literal('why'),
    ...rows,
    amount: amountSchema,
    time: z.string(),
    direction: z.enum(['up', 'down', 'any']),
    /** `2024`, `2024-03`; null for the last whole one. */
    period: z.string().nullable(),
  }),
  /** Which groups rose or fell. */
  z.object({
    kind: z.literal('moved'),
    ...rows,
    amount: amountSchema,
    by: z.string(),
    time: z.string(),
    direction: z.enum(['up', 'down']),
  }),
  /** What makes up the number of some rows, and what differs there from all others: a mark of a chart, explained. */
  z.object({
    kind: z.literal('explain'),
    ...rows,
    amount: amountSchema,
    mark: conditionSchema,
    /** Two periods the mark is a change between, by the ISO texts of their starts; null where it is none. */
    change: z.object({ time: z.string(), grain: askedGrainSchema, earlier: z.string(), later: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('distribution'), ...rows, column: z.string() }),
  z.object({
    kind: z.literal('rows'),
    ...rows,
    order: z.object({ column: z.string(), order: z.enum(['highest', 'lowest']), most }).nullable(),
  }),
])
export type AskedQuestion = z.infer<typeof askedQuestionSchema>
export type QuestionKind = AskedQuestion['kind']
export type QuestionOf<Kind extends QuestionKind> = Extract<AskedQuestion, { kind: Kind }>

/** Kinds that are answered by a number which was computed, whatever else one has asked. */
const computedKinds: ReadonlySet<QuestionKind> = new Set(['value', 'groups', 'course', 'rank', 'moved', 'rows'])

/** Whether the answer may rest on a test. Whether it does is known once it is answered. */
export function mayTest(question: AskedQuestion): boolean {
  return !computedKinds.has(question.kind)
}

/** What a question takes for granted that was not said. */
export const assumptions = [
  'table',
  'aggregate',
  'amount',
  'column',
  'time',
  'grain',
  'period',
  'kind',
  'value',
] as const
export const assumptionSchema = z.enum(assumptions)
export type Assumption = z.infer<typeof assumptionSchema>

/** A stretch of the question, in UTF-16 units: taken up, of no weight, or not understood. */
export const spanSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  as: z.enum(['understood', 'light', 'unknown', 'left out']),
})
export type Span = z.infer<typeof spanSchema>

export const understandingSchema = z.object({
  text: z.string(),
  /** Null where nothing was made out that could be answered. */
  question: askedQuestionSchema.nullable(),
  spans: z.array(spanSchema),
  assumed: z.array(assumptionSchema),
})
export type Understanding = z.infer<typeof understandingSchema>
