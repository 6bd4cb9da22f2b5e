/** What a question was answered with. */
import { z } from 'zod'
import { chartSchema } from '../story/chart.ts'
import { insightSchema, scalarSchema } from '../story/insight.ts'
import { paragraphSchema } from '../story/story.ts'
import { askedQuestionSchema } from './question.ts'

/** How often one has looked: questions about a story's tables whose answer rests on a test, this one included. */
export const lookedSchema = z.object({
  /** From 1. */
  number: z.int().positive(),
  /** Findings that earlier ones gave. */
  found: z.int().nonnegative(),
})
export type Looked = z.infer<typeof lookedSchema>

export const answerStatementSchema = z.object({
  insight: insightSchema,
  paragraph: paragraphSchema,
  chart: chartSchema.nullable(),
})
export type AnswerStatement = z.infer<typeof answerStatementSchema>

export const answerSchema = z.object({
  question: askedQuestionSchema,
  statements: z.array(answerStatementSchema),
  /** The first rows that were asked for, of questions for rows. */
  rows: z
    .object({ columns: z.array(z.string()), rows: z.array(z.array(scalarSchema)), total: z.int(), sql: z.string() })
    .nullable(),
  /** Whether the answer rests on a test, and so counts among those that do. */
  isTested: z.boolean(),
  /** Level of the test that this question could spend; null where nothing was tested. */
  level: z.number().nullable(),
  /** Whether a test was passed at that level. */
  isFound: z.boolean(),
  /** What has to be kept in mind, each a sentence: no row left, nothing found, how often one has looked. */
  notes: z.array(z.string()),
})
export type Answer = z.infer<typeof answerSchema>
