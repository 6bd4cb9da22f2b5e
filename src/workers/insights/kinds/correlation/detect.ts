/**
 * correlation: two measures rise and fall together. A finding; |ρ| ≥ .3 with a lower bound of at least .2.
 *
 * In a series two measures that merely both drift would correlate, so there it is the changes from one row to the next
 * that are tested and reported; in a panel of ten entities or more, the means of the entities. Pairs that are nearly the
 * same (|ρ| > .99), or of which one is made of the other, are no finding: derived_column names them.
 */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import { isApart } from '../../../analysis/declared.ts'
import { keyedSpearman } from '../../../analysis/derive/correlation.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { repeatedPairs } from '../../../analysis/redundancy.ts'
import { alikeWithin, keyCodes, repeatedKeys } from '../../../analysis/repeated-keys.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { correlationP, type SpearmanResult } from '../../../analysis/statistics/correlation.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { pairCount } from '../../work.ts'
import { names } from './names.ts'
import { exactRho, quickRho, type RankedColumn, rankedColumn } from './screen.ts'

const leastRho = 0.3
const leastBound = 0.2
const largeRho = 0.8
const linkingRho = 0.9
/** Entities from which on a panel is compared between them rather than followed within them. */
const leastEntities = 10
/** From here on two columns hold the same information. */
const same = 0.99
const leastRows = 10

export const detectCorrelation: Detector = {
  family: (schema) => `correlation × ${basisOf(schema)}`,
  appliesTo: (schema) => schema.measures.length >= 2 && schema.rows >= leastRows,
  expectedWork: ({ measures, rows }) => ({ work: pairCount(measures.length) * (4.5 + rows * 2.2e-5) }),
  async run({ schema, artefacts, context }) {
    const columns = basisOf(schema) === 'rows' ? schema.sample.columns : await reduced(schema, artefacts)
    const repeated = repeatedPairs(schema)
    const ranked = new Map<string, RankedColumn>()
    for (const { column } of schema.measures) {
      const values = columns.get(column.name)
      if (values !== undefined) ranked.set(column.name, rankedColumn(values))
      await context.yieldToEventLoop()
    }
    const outcomes: Outcome[] = []
    for (const [index, first] of schema.measures.entries()) {
      for (const second of schema.measures.slice(index + 1)) {
        const x = columns.get(first.column.name)
        const y = columns.get(second.column.name)
        const [ranksX, ranksY] = [ranked.get(first.column.name), ranked.get(second.column.name)]
        if (x === undefined || y === undefined || ranksX === undefined || ranksY === undefined) continue
        const quick = quickRho(ranksX, ranksY)
        // A pair of which one is made of the other was tried and counts, but says nothing.
        const madeOf = repeated.has(first.column.name, second.column.name)
        // A little below the gate: the exact ρ decides.
        const near = quick !== null && quick.n >= leastRows && Math.abs(quick.rho) >= leastRho - 0.05
        outcomes.push(
          madeOf
            ? gatedOut(null)
            : near
              ? await judge(schema, artefacts, first, second, { x, y, rho: exactRho(ranksX, ranksY, x, y) })
              : gatedOut(quick === null ? null : correlationP(quick.rho, quick.n)),
        )
      }
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

export function overTime(schema: TableSchema): boolean {
  return schema.order !== null && schema.order.kind !== 'events'
}

type Basis = 'rows' | 'changes' | 'entities'

/**
 * What is correlated. Rows of a series or panel are not independent: a panel of many entities is compared by the mean
 * of each, everything else by changes.
 */
function basisOf(schema: TableSchema): Basis {
  const { order } = schema
  if (order === null || order.kind === 'events') return 'rows'
  const entities = order.entity.reduce((product, { column }) => product * column.distinct, 1)
  return order.kind === 'panel' && entities >= leastEntities ? 'entities' : 'changes'
}

interface Compared {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly rho: SpearmanResult | null
}

async function judge(
  schema: TableSchema,
  artefacts: Artefacts,
  first: Measure,
  second: Measure,
  { x, y, rho: result }: Compared,
): Promise<Outcome> {
  if (result === null) return gatedOut(null)
  const { rho, n } = result
  const keyed = basisOf(schema) === 'rows' ? await withinKeys(schema, artefacts, [first, second], x, y) : null
  const { low, high, p } = keyed ?? result
  const { declared } = schema
  const bound = declared.population ? Math.abs(rho) : Math.min(Math.abs(low), Math.abs(high))
  if (Math.abs(rho) < leastRho || !isApart(declared, { low, high }) || bound < leastBound) return gatedOut(p)
  if (Math.abs(rho) > same) return gatedOut(null)
  const basis = basisOf(schema)
  const sampled = schema.sample.partial && basis !== 'entities'
  return {
    p,
    statement: {
      type: 'correlation',
      class: 'finding',
      columns: [first.column.name, second.column.name],
      direction: rho > 0 ? 'positive' : 'negative',
      effect: { name: 'Spearman ρ', value: 'rho', low: 'rho_low', high: 'rho_high' },
      testName: 'Spearman',
      n,
      evidence: {
        sql: [pairSql(schema, first, second, keyed?.key ?? null)],
        derived:
          keyed === null
            ? derivedBy('correlation', 0, ['x', 'y'], sameNames(names))
            : derivedBy('keyed_correlation', 0, ['x', 'y', 'key'], sameNames(names)),
      },
      details: {
        first: first.column.name,
        second: second.column.name,
        sampled,
        basis,
        entity:
          basis === 'entities' ? (schema.order?.entity ?? []).map(({ column }) => column.name).join(' and ') : null,
      },
      caveats: [
        ...(sampled ? [{ caveat: 'sampled' } as const] : []),
        ...(keyed === null ? [] : [repeatedKeyCaveat(keyed.key)]),
      ],
      linksColumns: basis === 'rows' && bound >= linkingRho,
      score: {
        impact: basis === 'entities' ? 1 : Math.sqrt(n / Math.max(1, schema.sample.rows)),
        effect: between(bound, 0.1, largeRho),
        surprise: 0.8,
        readability: basis === 'rows' ? 1 : 0.85,
      },
    },
  }
}

interface KeyedResult {
  readonly key: ColumnProfile
  readonly low: number
  readonly high: number
  readonly p: number
}

/** The least certain of the keys within which both measures are alike; null where rows stand for themselves. */
async function withinKeys(
  schema: TableSchema,
  artefacts: Artefacts,
  both: readonly Measure[],
  x: Float64Array,
  y: Float64Array,
): Promise<KeyedResult | null> {
  const found: KeyedResult[] = []
  for (const { profile: key } of await repeatedKeys(schema, artefacts)) {
    if (both.some(({ column }) => column.name === key.column.name)) continue
    const alike = await alikeWithin(schema, artefacts, key)
    if (!both.every(({ column }) => alike.has(column.name))) continue
    const robust = keyedSpearman(x, y, await keyCodes(schema, artefacts, key))
    if (robust !== null) found.push({ key, low: robust.low, high: robust.high, p: robust.p })
  }
  return found.sort((left, right) => right.p - left.p)[0] ?? null
}

function pairSql(schema: TableSchema, first: Measure, second: Measure, key: ColumnProfile | null = null): string {
  const { dialect } = schema
  const condition = (x: string, y: string): string => `${x} IS NOT NULL AND ${y} IS NOT NULL`
  const basis = basisOf(schema)
  if (basis !== 'rows') {
    const named = [['x', first] as const, ['y', second] as const]
    const from = basis === 'changes' ? changesSql(schema, named) : entitiesSql(schema, named)
    return `SELECT x, y FROM (${from}) WHERE ${condition('x', 'y')}${changesFilter(schema)}`
  }
  const columns = [first, second, ...(key === null ? [] : [key])].map(({ column }) => dialect.identifier(column.name))
  const [ofKey, filled] = key === null ? ['', ''] : [`, ${key.text} AS key`, ` AND ${key.sql} IS NOT NULL`]
  return `SELECT ${first.sql} AS x, ${second.sql} AS y${ofKey} FROM ${schema.sample.sql(schema.relation, columns)}
WHERE ${condition(first.sql, second.sql)}${filled}`
}

/** Changes from one row to the next in time, within an entity. */
function changesSql(schema: TableSchema, named: readonly (readonly [string, Measure])[]): string {
  const { dialect, order: time } = schema
  if (time === null) throw new Error('Changes need an order in time')
  const partition = time.entity.length > 0 ? `PARTITION BY ${time.entity.map((column) => column.sql).join(', ')} ` : ''
  const list = named.map(([name, { sql }]) => `${dialect.double(`${sql} - lag(${sql}) OVER w`)} AS ${name}`)
  return `SELECT ${list.join(', ')}, row_number() OVER w AS "row number" FROM ${schema.relation}
WHERE ${time.column.sql} IS NOT NULL WINDOW w AS (${partition}ORDER BY ${time.column.sql})`
}

/** The mean of each entity of a panel. */
function entitiesSql(schema: TableSchema, named: readonly (readonly [string, Measure])[]): string {
  const { dialect } = schema
  const entity = (schema.order?.entity ?? []).map((column) => column.sql).join(', ')
  const list = named.map(([name, { sql }]) => `${dialect.mean(sql)} AS ${name}`)
  return `SELECT ${list.join(', ')} FROM ${schema.relation} GROUP BY ${entity} ORDER BY ${entity}`
}

function changesFilter(schema: TableSchema): string {
  return schema.sample.partial && basisOf(schema) === 'changes' ? ` AND ${schema.sample.condition('"row number"')}` : ''
}

async function reduced(schema: TableSchema, artefacts: Artefacts): Promise<ReadonlyMap<string, Float64Array>> {
  const named = schema.measures.map((measure, index) => [`m${index}`, measure] as const)
  const from = basisOf(schema) === 'changes' ? changesSql(schema, named) : entitiesSql(schema, named)
  const columns = await artefacts.once('changes', () =>
    artefacts.source.columns(`SELECT * FROM (${from}) WHERE true${changesFilter(schema)}`),
  )
  return new Map(
    named.map(([name, { column }]) => [
      column.name,
      Float64Array.from(columns[name] ?? [], (value) => (typeof value === 'number' ? value : Number.NaN)),
    ]),
  )
}
