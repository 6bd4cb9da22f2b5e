/** What a person says of the columns, over what the engine would think: part of a job's options, kept with its story. */
import { z } from 'zod'
import { declaredFactsSchema } from './declared-facts.ts'
import { columnRoleSchema, columnTypeSchema } from './table.ts'

/** A word or a sign, as it is written behind a number; no digit first, which would run into it. */
export const unitSchema = z
  .string()
  .trim()
  .regex(/^[^\s\d][^\s]{0,19}(?: [^\s]{1,20})?$/u)

export const focusSchema = z.object({
  /** By the name in the source: what a column is called instead. All else may name it either way. */
  names: z.record(z.string(), z.string()).optional(),
  /** By column name: its categories from the first to the last; those not listed come behind them. */
  orders: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** By column name: what the column is for. */
  roles: z.record(z.string(), columnRoleSchema).optional(),
  /** By column name: what its values are to be read as. */
  types: z.record(z.string(), columnTypeSchema).optional(),
  /** By column name: `kg`, `EUR`, `%`; used wherever its values are written. */
  units: z.record(z.string(), unitSchema).optional(),
  /** By column name: values that stand for “missing”, as they stand in the file: `-999`, `unknown`. */
  missing: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** Which rows are totals of others and no records, as `parse-condition.ts` reads it: they are set aside. */
  totals: z.string().optional(),
  /** Which rows are told, as `parse-condition.ts` reads it; only the tables that have its columns. */
  where: z.string().optional(),
  /** Columns that are left out of the analysis; they stay in the table. */
  ignore: z.array(z.string()).optional(),
  /** Two groups (as `parse-condition.ts` reads them) or periods (`2024`, `2024-03`) the story is led by the differences of. */
  compare: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('groups'), groups: z.tuple([z.string(), z.string()]) }),
      z.object({
        by: z.literal('periods'),
        periods: z.tuple([z.string(), z.string()]),
        /** The time that is meant; the first of the table, where none is named. */
        column: z.string().optional(),
      }),
    ])
    .optional(),
  /** The column that statements should be about, where there are any. */
  target: z.string().optional(),
  /** How the rows came about. */
  facts: declaredFactsSchema.optional(),
})
export type Focus = z.infer<typeof focusSchema>
