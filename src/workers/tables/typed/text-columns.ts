/** Columns of text that hold numbers, dates or yes and no, read as such where every value is one: types are often lost on the way. */

import type { ColumnSample } from '../columns/decide.ts'
import { decideColumns } from '../columns/decide-columns.ts'
import { missingExpression, paddedExpression, readExpression, tolerantExpression } from '../columns/expression.ts'
import { type ColumnReading, formatOf, storageOf, type TextReading } from '../columns/reading.ts'
import type { Choice, ColumnPlan, SourceColumn } from './columns.ts'

/** One sample a column; all are decided together, since one may settle how the others are written. */
export function planTextColumns(columns: readonly SourceColumn[], samples: readonly ColumnSample[]): ColumnPlan[] {
  const decisions = decideColumns(samples)
  return columns.map(({ name, expression }, index) => {
    const decision = decisions[index]
    const asText = choiceOf({ kind: 'text', keepsNa: false } satisfies TextReading, expression)
    const plan = { name, unreadable: null, text: expression, note: null }
    if (decision === undefined) return { ...plan, choices: [asText] }
    const { reading, notes } = decision
    const last = choiceOf(reading.kind === 'text' ? reading : { kind: 'text', keepsNa: false }, expression)
    if (reading.kind === 'text') return { ...plan, choices: [last] }
    const read = { ...choiceOf(reading, expression), holds: everyValueIs(reading, expression) }
    return { ...plan, choices: [read, last], note: notes.length === 0 ? null : notes }
  })
}

function choiceOf(reading: ColumnReading, column: string): Choice {
  const expression = tolerantExpression(reading, column)
  return { storage: storageOf(reading), expression, format: formatOf(reading), holds: null }
}

function everyValueIs(reading: ColumnReading, column: string): string {
  const isRead = `${missingExpression(reading, column)} OR (${readExpression(reading, column)}) IS NOT NULL`
  return reading.kind === 'number' ? `(${isRead}) AND NOT coalesce(${paddedExpression(column)}, false)` : isRead
}
