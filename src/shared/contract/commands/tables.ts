/** Commands for the tables of a story: questions, evidence, the data view. */
import { z } from 'zod'
import { answerSchema } from '../../ask/answer.ts'
import { askedQuestionSchema, understandingSchema } from '../../ask/question.ts'
import { askedTableSchema } from '../../ask/table.ts'
import {
  gridColumnRequestSchema,
  gridColumnSchema,
  gridCopyRequestSchema,
  gridCopySchema,
  gridExportRequestSchema,
  gridRowsSchema,
  gridSelectionRequestSchema,
  gridSelectionSchema,
  gridWindowSchema,
} from '../grid.ts'
import { rowsSchema } from '../tasks.ts'
import { type CommandMap, exportedSchema, id } from './parts.ts'

export const tablesCommands = {
  /** What a question about a story's tables may name: for completing and understanding it as it is typed. */
  'ask/tables': { input: z.object({ storyId: id }), output: z.object({ tables: z.array(askedTableSchema) }) },
  /** A question as it was typed, or one that was understood and then changed. */
  'ask/answer': {
    input: z.object({
      storyId: id,
      asked: z.union([
        z.object({ text: z.string().max(2_000) }).strict(),
        z.object({ question: askedQuestionSchema }).strict(),
      ]),
    }),
    output: z.object({ understanding: understandingSchema, answer: answerSchema.nullable() }),
  },
  /**
   * A mark of the chart of a statement explained as a question: `row` of the chart's data and, of several series, the
   * column of the one meant. With null, the category or the period the statement itself is about.
   */
  'ask/explain': {
    input: z.object({
      storyId: id,
      insightId: z.string().max(200),
      mark: z.object({ row: z.int().nonnegative(), series: z.string().max(1_000).nullable() }).nullable(),
    }),
    output: z.object({ answer: answerSchema }),
  },
  /** The rows a stated number was made from. The query is the story's own, named by its place. */
  'evidence/run': {
    input: z.object({ storyId: id, insightId: z.string().max(200), query: z.int().nonnegative() }),
    output: rowsSchema.extend({ sql: z.string(), truncated: z.boolean() }),
  },
  'tables/page': {
    input: z.object({
      storyId: id,
      table: z.string(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: rowsSchema.extend({ total: z.int() }),
  },
  /** The data view: rows of a filtered and sorted view of a story's table. */
  'grid/rows': { input: gridWindowSchema.extend({ storyId: id }), output: gridRowsSchema },
  /** What a column holds in the rows of a filter. */
  'grid/column': { input: gridColumnRequestSchema.extend({ storyId: id }), output: gridColumnSchema },
  /** What selected cells come to. */
  'grid/selection': { input: gridSelectionRequestSchema.extend({ storyId: id }), output: gridSelectionSchema },
  /** As `stories/export`. */
  'grid/export': {
    input: gridExportRequestSchema.extend({ storyId: id }),
    output: exportedSchema,
  },
  /** Selected cells as a text that pastes into a spreadsheet. */
  'grid/copy': { input: gridCopyRequestSchema.extend({ storyId: id }), output: gridCopySchema },
} as const satisfies CommandMap
