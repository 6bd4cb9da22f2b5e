/** A statement about the data with what it rests on. */
import { z } from 'zod'
import { caveatSchema } from './caveat.ts'
import { statedNumberSchema } from './stated-number.ts'

export const insightTypes = [
  'typical',
  'total',
  'dominance',
  'concentration',
  'outstanding',
  'evenness',
  'skew',
  'multimodal',
  'unusual_values',
  'zero_inflation',
  'imbalance',
  'trend',
  'level_shift',
  'slope_break',
  'variance_change',
  'seasonality',
  'time_outlier',
  'latest_vs_expected',
  'change_decomposition',
  'record',
  'forecast',
  'co_movement',
  'correlation',
  'nonlinear_dependence',
  'association',
  'group_difference',
  'rate_difference',
  'spread_difference',
  'key_drivers',
  'simpson_reversal',
  'segment',
  'interaction',
  'common_pattern',
  'derived_column',
  'cluster',
  'missing',
  'missing_pattern',
  'duplicates',
  'constant',
  'identifier',
  'mixed_types',
  'sentinel',
  'heaping',
  'time_gaps',
  'future_dates',
  'label_variants',
  'unit_mix',
  'benford',
  'precision',
  'answer',
] as const
export const insightTypeSchema = z.enum(insightTypes)
export type InsightType = z.infer<typeof insightTypeSchema>

export const insightClassSchema = z.enum(['fact', 'finding', 'lead', 'quality'])
export type InsightClass = z.infer<typeof insightClassSchema>

export const directionSchema = z.enum(['up', 'down', 'positive', 'negative', 'higher', 'lower', 'none'])
export type Direction = z.infer<typeof directionSchema>

/** What would be seen if an inferred statement were not so. */
export const contrarySchema = z.enum(['difference', 'relation', 'course', 'shape', 'forecast'])
export type Contrary = z.infer<typeof contrarySchema>

export const scalarSchema = z.union([z.number(), z.string(), z.boolean(), z.null()])
export type Scalar = z.infer<typeof scalarSchema>

/**
 * How a value follows from a query when SQL alone does not give it: a named pure function
 * (`src/workers/analysis/derivations.ts`) over columns of one query's result.
 */
export const derivationSchema = z.object({
  function: z.string(),
  /** Index into `evidence.sql`. */
  query: z.int().nonnegative(),
  /** Columns of that query, in the order of the function's arguments. */
  columns: z.array(z.string()),
  /** Constants of the function (a period, a seed). */
  parameters: z.record(z.string(), scalarSchema).default({}),
  /** Which field of the function's result this value is. */
  result: z.string(),
})
export type Derivation = z.infer<typeof derivationSchema>

/**
 * Each entry of `values` is recomputable: it is the column of that name in a query of `sql` that gives exactly one
 * row, or it has an entry in `derived`. `verify` checks all of them, and that none is left over.
 * In the SQL, a table is named as in `tables[].name`, quoted.
 */
export const evidenceSchema = z.object({
  sql: z.array(z.string()),
  values: z.record(z.string(), scalarSchema),
  derived: z.record(z.string(), derivationSchema).default({}),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const insightDraftSchema = z.object({
  /** Stable for the same bytes, seed and engine: `<type>-<short hash of table, columns, subspace, location>`. */
  id: z.string(),
  type: insightTypeSchema,
  class: insightClassSchema,
  table: z.string(),
  columns: z.array(z.string()),
  subspace: z.record(z.string(), scalarSchema).optional(),
  direction: directionSchema,
  /** Period (ISO start), category, row number or value at which the statement holds. */
  location: scalarSchema.optional(),
  effect: z.object({
    name: z.string(),
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
  test: z.object({ name: z.string(), p: z.number(), q: z.number().nullable() }).optional(),
  n: z.int().nonnegative(),
  score: z.number(),
  /** The parts the score is made of, so that "why this?" has an answer. */
  scoreParts: z.record(z.string(), z.number()).default({}),
  evidence: evidenceSchema,
  caveats: z.array(z.string()),
  /** The same as data, for other languages; absent of older stories. */
  caveated: z.array(caveatSchema).optional(),
  /** Further facts the sentence and chart need that are not numbers of the data: a period's name, a unit, a grain. */
  details: z.record(z.string(), scalarSchema).default({}),
})
/** An insight as the analyze stage leaves it: everything but the words. */
export type InsightDraft = z.infer<typeof insightDraftSchema>

export const insightSchema = insightDraftSchema.extend({
  /** The whole statement, with its base: fit to stand alone. */
  sentence: z.string(),
  /** What was looked at, in plain words of the story's language; absent of older stories. */
  lookedAt: z.string().optional(),
  /** Absent where nothing is inferred, and of older stories. */
  contrary: contrarySchema.optional(),
  /**
   * How the story's text has it where what it rests on was said just before and is not said again; absent where the text
   * has the sentence itself. `numbers` are those of the whole sentence, which then stands in no paragraph.
   */
  inText: z.object({ sentence: z.string(), numbers: z.array(statedNumberSchema) }).optional(),
})
export type Insight = z.infer<typeof insightSchema>
