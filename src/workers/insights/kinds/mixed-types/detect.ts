/**
 * mixed_types: texts among numbers, or dates, from one value in a thousand on. A note on quality. What could not be read
 * as the column's type was counted when the file was read; a text column is asked here how much of it is numbers.
 */

import { formatList } from '../../../../shared/format/words.ts'
import type { StorageType } from '../../../../shared/story/table.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { Dialect } from '../../../source/dialect.ts'
import type { TableSource } from '../../../source/table-source.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

const leastShare = 0.001
const leastRows = 20
/** From so large a part of numbers on, a text column is one of numbers with something else in it. */
const mostlyNumbers = 0.5
const mostTextColumns = 12
const mostExamples = 3

const kindNames: Readonly<Record<StorageType, string>> = {
  DOUBLE: 'number',
  BIGINT: 'number',
  DATE: 'date',
  TIMESTAMP: 'time',
  BOOLEAN: 'yes or no',
  VARCHAR: 'text',
}

export const detectMixedTypes: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= leastRows,
  expectedWork: littleWork,
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = schema.columns
      .filter(({ column }) => column.unreadable.count > 0)
      .map((column) => ({ p: null, statement: unreadableOf(schema, column) }))
    for (const column of schema.columns.filter(mayHoldNumbers).slice(0, mostTextColumns)) {
      const query = numbersSql(schema, column)
      const row = await artefacts.once(`numbers among texts:${column.column.name}`, () =>
        artefacts.source.row<{ count: number; share: number; n: number }>(query),
      )
      const { count, share, n } = row
      const mixed = n >= leastRows && count > 0 && share >= leastShare && share <= 1 - mostlyNumbers
      if (mixed) outcomes.push({ p: null, statement: await amongTexts(artefacts.source, schema, column, query, row) })
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

/** A pass over the table only where numbers are among the commonest texts, or where none is common. */
function mayHoldNumbers({ column: { storage, stats } }: ColumnProfile): boolean {
  if (storage !== 'VARCHAR') return false
  const top = stats.top ?? []
  return top.length === 0 || top.some(({ value }) => /^\s*[-+]?\d/.test(value))
}

function unreadableOf(schema: TableSchema, { column }: ColumnProfile): Outcome<typeof names>['statement'] {
  const { dialect } = schema
  const { count, examples } = column.unreadable
  const n = schema.rows - column.nulls + count
  if (count < leastShare * n) return null
  const name = dialect.identifier(column.name)
  return {
    ...base(column.name, n, count / n),
    evidence: {
      sql: [`SELECT count(*) - count(${name}) AS empty, count(*) AS rows FROM ${schema.relation}`],
      derived: derivedBy(
        'unreadable',
        0,
        ['empty', 'rows'],
        { count: 'count', share: 'share', n: 'n' },
        { unreadable: count },
      ),
    },
    details: {
      column: column.name,
      kind: kindNames[column.storage],
      read: true,
      examples: quoted(examples.map(({ text }) => text)),
    },
  }
}

async function amongTexts(
  source: TableSource,
  schema: TableSchema,
  { column }: ColumnProfile,
  query: string,
  { share, n }: { readonly share: number; readonly n: number },
): Promise<Outcome<typeof names>['statement']> {
  const { dialect } = schema
  const name = dialect.identifier(column.name)
  const texts = await source.rows<{ text: string }>(
    `SELECT ${name} AS text FROM ${schema.relation} WHERE ${name} IS NOT NULL AND ${numberSql(dialect, name)} IS NULL
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostExamples}`,
  )
  return {
    ...base(column.name, n, share),
    evidence: { sql: [query], derived: {} },
    details: { column: column.name, kind: 'number', read: false, examples: quoted(texts.map(({ text }) => text)) },
  }
}

function numbersSql({ dialect, relation }: TableSchema, { column }: ColumnProfile): string {
  const name = dialect.identifier(column.name)
  return `SELECT count(${name}) - count(${numberSql(dialect, name)}) AS count,
  ${dialect.ratio(`(count(${name}) - count(${numberSql(dialect, name)}))`, `greatest(1, count(${name}))`)} AS share, count(${name}) AS n FROM ${relation}`
}

function numberSql(dialect: Dialect, name: string): string {
  return dialect.numberIn(`replace(trim(${name}), ',', '.')`)
}

/** Different ones, short enough to be read. */
function quoted(texts: readonly string[]): string {
  const different = [...new Set(texts)].slice(0, mostExamples)
  return formatList(different.map((text) => `“${text.length > 30 ? `${text.slice(0, 29)}…` : text}”`))
}

function base(column: string, n: number, share: number) {
  return {
    type: 'mixed_types',
    class: 'quality',
    columns: [column],
    direction: 'none',
    effect: { name: 'share', value: 'share' },
    n,
    caveats: [],
    score: { impact: 0.3, effect: 0.3 + 0.4 * between(share, 0, 0.1), surprise: 0.7, readability: 1 },
  } as const
}
