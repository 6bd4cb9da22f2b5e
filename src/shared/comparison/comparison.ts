/** What changed from one told version of a file to another, version 1 of the outer contract. Changed only by adding. */
import { z } from 'zod'
import {
  directionSchema,
  evidenceSchema,
  insightClassSchema,
  insightDraftSchema,
  insightTypeSchema,
  scalarSchema,
} from '../story/insight.ts'
import { paragraphSchema } from '../story/story.ts'
import { columnTypeSchema } from '../story/table.ts'

export const comparedStorySchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  sourceName: z.string(),
  sha256: z.string(),
})

/**
 * How a column was known again: by its name, by its name in the source where a person calls it otherwise, by its name but
 * for case and separators, by equal values in the rows of one key, or by what the profiles of both say of their values.
 */
export const columnMatchSchema = z.enum(['name', 'source', 'spelling', 'values', 'statistics'])
export type ColumnMatch = z.infer<typeof columnMatchSchema>

export const keptColumnSchema = z.object({
  before: z.string(),
  after: z.string(),
  by: columnMatchSchema,
  typeBefore: columnTypeSchema,
  typeAfter: columnTypeSchema,
})
export type KeptColumn = z.infer<typeof keptColumnSchema>

/** One part of a total in both versions; a part that one of them lacks is 0 there. `part` null: rows without a value. */
export const partSchema = z.object({
  part: z.string().nullable(),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  /** Of the whole change; null where the whole did not change. */
  share: z.number().nullable(),
})
export type Part = z.infer<typeof partSchema>

/** All parts of one total by one thing; their changes add up to the change of the total. */
export const accountSchema = z.object({
  /** `rows`: those that came, went and stayed. */
  by: z.enum(['rows', 'category', 'period']),
  /** As the later version calls it; null for `rows`. */
  column: z.string().nullable(),
  /** Of periods, whose parts are their first days. */
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year', 'hour']).nullable(),
  parts: z.array(partSchema),
})
export type Account = z.infer<typeof accountSchema>

export const totalSchema = z.object({
  column: z.string(),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  share: z.number().nullable(),
  /** The one that says most first; empty where the tables are not kept any more. */
  accounts: z.array(accountSchema),
  /** Id of the change whose evidence holds its numbers. */
  evidence: z.string(),
})
export type TotalChange = z.infer<typeof totalSchema>

export const comparedTableSchema = z.object({
  before: z.string(),
  after: z.string(),
  columns: z.object({ kept: z.array(keptColumnSchema), added: z.array(z.string()), gone: z.array(z.string()) }),
  rows: z.object({
    before: z.int().nonnegative(),
    after: z.int().nonnegative(),
    /** `key`: rows are the same where their key is; `values`: where all their values are; `none`: only counted. */
    by: z.enum(['key', 'values', 'none']),
    /** As the later version calls the columns. */
    key: z.array(z.string()),
    kept: z.int().nonnegative().nullable(),
    added: z.int().nonnegative().nullable(),
    gone: z.int().nonnegative().nullable(),
    /** Of the kept ones, those of which any value differs; null where rows are not known by a key. */
    revised: z.int().nonnegative().nullable(),
  }),
  /** Columns of which kept rows have other values, most rows first. */
  revised: z.array(
    z.object({
      column: z.string(),
      rows: z.int().positive(),
      /** At most three, in the order of the key. */
      examples: z.array(z.object({ key: z.array(z.string()), before: scalarSchema, after: scalarSchema })),
    }),
  ),
  totals: z.array(totalSchema),
})
export type ComparedTable = z.infer<typeof comparedTableSchema>

/** Numbers of a change with the queries they come from. */
export const changeSchema = z.object({
  id: z.string(),
  kind: z.enum(['rows', 'revised', 'total']),
  /** As the later version calls them. */
  table: z.string(),
  columns: z.array(z.string()),
  details: z.record(z.string(), scalarSchema),
  /**
   * As a story's, with two differences: the tables of the earlier version are in the schema "before", those of the
   * later one in "after"; and without any query, the values are those of the two stories named in `details`.
   */
  evidence: evidenceSchema,
})
export type Change = z.infer<typeof changeSchema>

const statementSideSchema = insightDraftSchema
  .pick({ id: true, class: true, location: true, effect: true, n: true })
  .extend({ direction: directionSchema, sentence: z.string() })
export type StatementSide = z.infer<typeof statementSideSchema>

/** `moved`: the same is said of another place, a month or a category. */
export const verdictSchema = z.enum(['turned', 'vanished', 'weakened', 'moved', 'appeared', 'strengthened', 'held'])
export type Verdict = z.infer<typeof verdictSchema>

export const comparedStatementSchema = z.object({
  verdict: verdictSchema,
  /** Null where nothing more is known than that it is so. */
  because: z.enum(['direction', 'place', 'control', 'size', 'columns', 'table']).nullable(),
  type: insightTypeSchema,
  class: insightClassSchema,
  /** As the version calls them that has the statement; the later one, where both have. */
  table: z.string(),
  columns: z.array(z.string()),
  before: statementSideSchema.nullable(),
  after: statementSideSchema.nullable(),
})
export type ComparedStatement = z.infer<typeof comparedStatementSchema>

export const comparisonSectionSchema = z.object({
  role: z.enum(['totals', 'rows', 'columns', 'statements', 'limits']),
  heading: z.string(),
  paragraphs: z.array(paragraphSchema),
})
export type ComparisonSection = z.infer<typeof comparisonSectionSchema>

export const comparisonSchema = z.object({
  version: z.literal(1),
  language: z.string(),
  before: comparedStorySchema,
  after: comparedStorySchema,
  /** `statistics`: the tables of a version are not kept any more, so its story alone is compared. */
  basis: z.enum(['tables', 'statistics']),
  /** The one sentence that matters. */
  headline: paragraphSchema,
  sections: z.array(comparisonSectionSchema),
  tables: z.array(comparedTableSchema),
  tablesAdded: z.array(z.string()),
  tablesGone: z.array(z.string()),
  statements: z.array(comparedStatementSchema),
  changes: z.array(changeSchema),
  /** How many numbers were recomputed from their evidence before the comparison was given. */
  verified: z.object({ numbers: z.int(), matched: z.int() }),
})
export type Comparison = z.infer<typeof comparisonSchema>
