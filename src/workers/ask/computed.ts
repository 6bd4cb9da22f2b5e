/** A computed answer with its numbers filled in. */
import { createHash } from 'node:crypto'
import type { Amount } from '../../shared/ask/question.ts'
import type { InsightDraft, Scalar } from '../../shared/story/insight.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { EvidenceReader } from '../insights/fill-evidence.ts'
import { inferredOf, withoutValues } from '../insights/of-population.ts'
import type { TableSource } from '../source/table-source.ts'
import { allowsTests } from './apart.ts'
import type { Asking } from './sql.ts'
import { type Computed, statementFor } from './statement.ts'

export async function computedDraft(
  source: TableSource,
  asking: Asking,
  question: Computed,
  amount: Amount,
  texts: Texts,
): Promise<InsightDraft> {
  const statement = statementFor(asking, question, amount, texts)
  const reader = new EvidenceReader(source)
  const evidence = await reader.evaluate(
    allowsTests(asking.table) ? statement.evidence : withoutValues(statement.evidence, inferredOf(statement)),
  )
  const [sql = ''] = statement.evidence.sql
  const { name = [] } = await reader.query(sql)
  const at = (index: number): Scalar => {
    const value = name.at(index)
    return typeof value === 'string' || typeof value === 'number' ? value : null
  }
  const { p, value, n, low, high } = evidence.values
  const number = (given: Scalar | undefined): number | null => (typeof given === 'number' ? given : null)
  const { details } = statement
  return {
    id: `answer-${createHash('sha256')
      .update(JSON.stringify([question, amount]))
      .digest('hex')
      .slice(0, 12)}`,
    type: statement.type,
    class: statement.class,
    table: asking.table.name,
    columns: [...statement.columns],
    direction: statement.direction,
    effect:
      number(p) === null
        ? { name: 'value', value: number(value) ?? 0, low: null, high: null }
        : { name: 'difference', value: number(evidence.values.difference) ?? 0, low: number(low), high: number(high) },
    ...(statement.testName === undefined || number(p) === null
      ? {}
      : { test: { name: statement.testName, p: number(p) ?? 1, q: null } }),
    n: number(n) ?? 0,
    score: 0,
    scoreParts: {},
    evidence,
    caveats: [],
    details: {
      ...details,
      first: details.first ?? at(0),
      last: details.last ?? at(-1),
    },
  }
}
